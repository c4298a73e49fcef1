package se.statsbidrag.requisition.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import se.statsbidrag.events.deadline.DeadlineInForce;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.rules.value.RecipientCode;

/** Finds what an address names, or answers 404 naming what there is. A name in a wrong form names nothing: 404 too. */
@ApplicationScoped
public class Lookup {
    private final Programmes programmes;

    @Inject
    public Lookup(Programmes programmes) {
        this.programmes = programmes;
    }

    /** @throws ProblemException 404 naming the programmes in force */
    ProgrammeInForce programme(String name) {
        return programmes.current().programmes().stream()
                .filter(programme -> programme.id().value().equals(name))
                .findFirst()
                .orElseThrow(() -> notFound(
                        "programme '" + shortened(name) + "' in force",
                        "Programmes in force: "
                                + programmes.current().programmes().stream()
                                        .map(programme -> programme.id().value())
                                        .collect(Collectors.joining(", "))));
    }

    /** @throws ProblemException 404 naming the recipients of the programme */
    RecipientCode recipient(ProgrammeInForce programme, String code) {
        return programme.definition().recipients().stream()
                .map(recipient -> recipient.code())
                .filter(recipient -> recipient.value().equals(code))
                .findFirst()
                .orElseThrow(() -> notFound(
                        "recipient '" + shortened(code) + "' in programme '" + programme.id() + "'",
                        "Recipients, by official code: "
                                + programme.definition().recipients().stream()
                                        .map(recipient -> recipient.code().value())
                                        .collect(Collectors.joining(", "))));
    }

    /** @throws ProblemException 404 naming the deadlines of the programme */
    DeadlineInForce deadline(ProgrammeInForce programme, String name) {
        return programme.deadlines().stream()
                .filter(deadline -> deadline.id().value().equals(name))
                .findFirst()
                .orElseThrow(() -> notFound(
                        "deadline '" + shortened(name) + "' in programme '" + programme.id() + "'",
                        "Deadlines: "
                                + programme.deadlines().stream()
                                        .map(deadline -> deadline.id().value())
                                        .collect(Collectors.joining(", "))));
    }

    static ProblemException notFound(String what, String action) {
        return Problems.of(404, "not-found", "Not found", "There is no " + what, action);
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
