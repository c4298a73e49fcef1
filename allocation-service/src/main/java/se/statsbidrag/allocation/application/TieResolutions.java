package se.statsbidrag.allocation.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import se.statsbidrag.allocation.domain.OpenTie;
import se.statsbidrag.events.TieResolved;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.StreamAppend;
import se.statsbidrag.events.log.StreamName;
import se.statsbidrag.events.quarkus.Command;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.rules.value.RecipientCode;

/** Officers' choices among those that tie (I-K4). */
@ApplicationScoped
public class TieResolutions {
    private final EventLog log;

    @Inject
    TieResolutions(EventLog log) {
        this.log = log;
    }

    /**
     * Records a choice.
     *
     * @param chosen as many of the tied as there are places
     * @throws ProblemException 409 when it is no choice among the tied
     */
    public RecordedEvent resolve(OpenTie tie, List<RecipientCode> chosen, String reason, Command command) {
        tie.refusal(chosen).ifPresent(refusal -> {
            throw Problems.conflict(refusal, "Choose as many of the tied as there are places")
                    .inSwedish("Välj precis så många som det finns platser: " + tie.places() + ".");
        });
        StreamName stream = new StreamName("tie/" + tie.programme() + "/" + tie.pot());
        long version = log.readStream(stream).size();
        command.requireMatch(version);
        TieResolved event = tie.resolved(chosen, reason);
        return log.append(List.of(new StreamAppend(stream, version, List.of(event))), command.origin())
                .events()
                .getFirst();
    }
}
