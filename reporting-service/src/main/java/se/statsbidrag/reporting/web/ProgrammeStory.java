package se.statsbidrag.reporting.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.pages.Forms;
import se.statsbidrag.pages.Language;
import se.statsbidrag.reporting.domain.FollowedRequisition;
import se.statsbidrag.reporting.domain.FollowedRequisition.State;
import se.statsbidrag.reporting.read.PlanDocument;
import se.statsbidrag.rules.programme.AllocationKey;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.TableId;

/** What has happened to a programme's money and why, in a few sentences; every number in them stands in a table too. */
@ApplicationScoped
public class ProgrammeStory {
    private final Language language;

    ProgrammeStory(Language language) {
        this.language = language;
    }

    /** In the order of events: what there is, who has asked, where it is. */
    List<String> of(
            ProgrammeDefinition definition,
            @Nullable PlanDocument plan,
            Map<String, FollowedRequisition> requisitions) {
        List<String> story = new ArrayList<>();
        story.add(requisitioned(requisitions.values()));
        if (plan == null) {
            return story;
        }
        OverviewPage.Money money = OverviewPages.money(plan, definition);
        long receiving = plan.recipients().stream()
                .filter(recipient -> recipient.total() > 0)
                .count();
        story.add(language.say(
                        "Av %s är %s fördelat, %s, till %d mottagare.",
                        "Of %s, %s has been distributed, %s, to %d recipients.")
                .formatted(
                        kronor(money.total()),
                        kronor(money.distributed()),
                        Forms.percent(language.current(), money.share()),
                        receiving));
        definition.pots().forEach(pot -> reachedTheirCap(pot, definition, plan, story));
        if (money.remaining() > 0) {
            story.add(language.say(
                            "%s är kvar: någon har det reserverat, eller så kan det fortfarande tjänas in eller rekvireras. En pott"
                                    + " stänger när dess sista dagar har passerat och allt i den är avgjort.",
                            "%s remains: it is reserved for somebody, or can still be earned or requisitioned. A pot closes when"
                                    + " its deadlines have passed and everything in it has been decided.")
                    .formatted(kronor(money.remaining())));
        }
        long transferred =
                plan.pots().stream().mapToLong(PlanDocument.Pot::transferred).sum();
        if (transferred > 0) {
            story.add(language.say(
                            "%s som ingen hade rätt till från början har förts över till potterna för kvarstående medel och"
                                    + " fördelas där.",
                            "%s that nobody was entitled to at first was transferred to the pots of remaining funds, and is"
                                    + " distributed there.")
                    .formatted(kronor(transferred)));
        }
        if (money.returned() > 0) {
            story.add(language.say(
                            "%s går tillbaka till staten, eftersom ingen har rätt till det.",
                            "%s goes back to the state, as nobody is entitled to it.")
                    .formatted(kronor(money.returned())));
        }
        return story;
    }

    private String requisitioned(Collection<FollowedRequisition> all) {
        long approved =
                all.stream().filter(each -> each.state() == State.APPROVED).count();
        long undecided = all.stream()
                .filter(each -> each.takesPart() && each.state() != State.APPROVED)
                .count();
        long outside = all.size() - approved - undecided;
        if (approved + undecided == 0) {
            return language.say(
                    "Ingen har en rekvisition i kraft ännu. Utan godkänd rekvisition får ingen några pengar.",
                    "Nobody has a requisition in force yet. Without an approved one nobody gets any money.");
        }
        String counted = language.say(
                        "%d av %d mottagare har en godkänd rekvisition",
                        "%d of %d recipients have an approved requisition")
                .formatted(approved, all.size());
        if (undecided > 0) {
            counted += language.say(", %d väntar på att bli avgjorda", ", %d are undecided")
                    .formatted(undecided);
        }
        if (outside > 0) {
            counted += language.say(", %d deltar inte", ", %d take no part").formatted(outside);
        }
        return counted + ".";
    }

    private void reachedTheirCap(
            PotDefinition pot, ProgrammeDefinition definition, PlanDocument plan, List<String> story) {
        if (!(pot.key() instanceof AllocationKey.UnitPriceWithCap capped)) {
            return;
        }
        Map<String, Long> amounts = plan.recipients().stream()
                .collect(Collectors.toMap(
                        PlanDocument.Recipient::recipient,
                        recipient -> recipient.lines().stream()
                                .filter(line -> line.pot().equals(pot.id().value()))
                                .mapToLong(PlanDocument.Line::amount)
                                .sum()));
        Map<RecipientCode, Long> caps = definition.table(capped.caps()).values();
        long reached = caps.entrySet().stream()
                .filter(cap -> amounts.getOrDefault(cap.getKey().value(), 0L) >= cap.getValue())
                .count();
        if (reached > 0) {
            story.add(language.say(
                            "%d av %d har nått sitt tak, så fler operationer ger dem inte mer.",
                            "%d of %d have reached their cap, so further operations give them no more.")
                    .formatted(reached, caps.size()));
        }
    }

    /** How a pot is divided. Names that the definition gives are in Swedish. */
    String how(PotDefinition pot, ProgrammeDefinition definition) {
        return switch (pot.key()) {
            case AllocationKey.EqualShares _ -> language.say("Delas lika mellan alla.", "Divided equally.");
            case AllocationKey.FixedTable _ ->
                language.say("Var och en får det belopp som är beslutat.", "Each gets the amount that was decided.");
            case AllocationKey.Weighted(List<TableId> weights) ->
                language.say("Delas efter %s.", "Divided by %s.").formatted(titles(weights, definition));
            case AllocationKey.FixedPartPlusWeighted key ->
                language.say("%s till var och en, resten efter %s.", "%s to each, the rest by %s.")
                        .formatted(kronor(key.fixed().amount()), titles(key.weights(), definition));
            case AllocationKey.RuralClasses _ ->
                language.say(
                        "Delas efter befolkningen på landsbygden, tyngre ju glesare den bor.",
                        "Divided by rural population, weighing more the sparser it lives.");
            case AllocationKey.UnitPriceWithCap key ->
                language.say("Tjänas in per operation, upp till ett tak: %s.", "Earned by operation, up to a cap: %s.")
                        .formatted(key.rates().entrySet().stream()
                                .map(rate -> definition
                                                .procedure(rate.getKey())
                                                .orElseThrow()
                                                .name()
                                        + " " + kronor(rate.getValue().amount()))
                                .collect(Collectors.joining(", ")));
            case AllocationKey.TopRanked key ->
                language.say(
                                "Delas av de %d med flest %s per invånare.",
                                "Shared by the %d with most %s per inhabitant.")
                        .formatted(
                                key.places(),
                                definition
                                        .procedure(key.procedure())
                                        .orElseThrow()
                                        .plural());
            case AllocationKey.WantingMore _ ->
                language.say(
                        "Det som ingen tar i anspråk delas av dem som har önskat mer och rekvirerat hela sin del.",
                        "What nobody takes is shared by those who asked for more and requisitioned in full.");
        };
    }

    private static String titles(List<TableId> tables, ProgrammeDefinition definition) {
        return tables.stream().map(table -> definition.table(table).title()).collect(Collectors.joining(" × "));
    }

    private String kronor(long amount) {
        return Forms.kronor(language.current(), amount);
    }
}
