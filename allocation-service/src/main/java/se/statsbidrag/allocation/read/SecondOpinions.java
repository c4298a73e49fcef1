package se.statsbidrag.allocation.read;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import se.statsbidrag.allocation.application.SecondOpinion;
import se.statsbidrag.allocation.application.SecondOpinion.Figures;
import se.statsbidrag.allocation.application.SecondOpinion.Opinion;
import se.statsbidrag.rules.value.ProgrammeId;

/** What the second calculator says of the plans that are shown. */
@ApplicationScoped
public class SecondOpinions {
    private final SecondOpinion second;

    @Inject
    SecondOpinions(SecondOpinion second) {
        this.second = second;
    }

    /** What it says of a stored plan, stale or not: of the figures that are shown, over the events that they rest on. */
    public Opinion of(PlanDocument plan) {
        SortedMap<String, Long> basis = new TreeMap<>();
        plan.basis().forEach(each -> basis.put(each.log(), each.position()));
        return second.of(new ProgrammeId(plan.programme()), basis, figures(plan));
    }

    private static Figures figures(PlanDocument plan) {
        Map<String, Map<String, Long>> pots = new TreeMap<>();
        plan.pots()
                .forEach(pot -> pots.put(
                        pot.pot(),
                        Figures.pot(
                                pot.status().equals("CLOSED"),
                                pot.amount(),
                                pot.distributed(),
                                pot.remaining(),
                                pot.transferred(),
                                pot.returned())));
        Map<String, Map<String, Long>> due = new TreeMap<>();
        plan.recipients().forEach(recipient -> {
            Map<String, Long> lines = new TreeMap<>();
            recipient.lines().forEach(line -> lines.put(line.pot(), line.amount()));
            due.put(recipient.recipient(), lines);
        });
        return new Figures(pots, due);
    }
}
