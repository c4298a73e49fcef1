package se.statsbidrag.requisition.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.statsbidrag.events.deadline.DeadlineInForce;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.OrganisationNumber;
import se.statsbidrag.rules.value.RecipientCode;

/** Finds what an address names, or answers 404 naming what there is. A name in a wrong form names nothing: 404 too. */
@ApplicationScoped
public class Lookup {
    private static final Pattern PERSON =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Programmes programmes;

    @Inject
    public Lookup(Programmes programmes) {
        this.programmes = programmes;
    }

    /** @throws ProblemException 404 naming the programmes in force */
    public ProgrammeInForce programme(String name) {
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
    public RecipientCode recipient(ProgrammeInForce programme, String code) {
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

    /**
     * The legal person behind a recipient.
     *
     * @throws ProblemException 409 when the definition in force is of before organisation numbers
     */
    public OrganisationNumber organisation(ProgrammeInForce programme, RecipientCode recipient) {
        return behind(programme, recipient)
                .orElseThrow(() -> Problems.conflict(
                        "The definition in force states no organisation number of recipient " + recipient,
                        "Put a version of the definition in force that does"));
    }

    /** The legal person behind a recipient; empty in a definition of before organisation numbers. */
    public static Optional<OrganisationNumber> behind(ProgrammeInForce programme, RecipientCode recipient) {
        return programme.definition().recipient(recipient).map(Recipient::organisationNumber);
    }

    /** The organisations behind the recipients of the programmes in force, with those recipients' codes. */
    public SortedMap<OrganisationNumber, SortedSet<String>> organisations() {
        SortedMap<OrganisationNumber, SortedSet<String>> organisations = new TreeMap<>();
        for (ProgrammeInForce programme : programmes.current().programmes()) {
            for (Recipient recipient : programme.definition().recipients()) {
                OrganisationNumber organisation = recipient.organisationNumber();
                if (organisation != null) {
                    organisations
                            .computeIfAbsent(organisation, number -> new TreeSet<>())
                            .add(recipient.code().value());
                }
            }
        }
        return organisations;
    }

    /** Codes of the recipients, in any programme in force, that the organisation stands behind. */
    public List<String> recipients(OrganisationNumber organisation) {
        return List.copyOf(organisations().getOrDefault(organisation, new TreeSet<>()));
    }

    /**
     * An organisation by its number. A number in a wrong form, as a personal identity number is, is not repeated.
     *
     * @throws ProblemException 404 when no recipient of a programme in force has it
     */
    public OrganisationNumber organisation(String number) {
        return organisations().keySet().stream()
                .filter(organisation -> organisation.value().equals(number))
                .findFirst()
                .orElseThrow(() -> notFound(
                        "recipient with that organisation number",
                        "Send the number of an organisation behind a recipient, such as 232100-0016; never a personal"
                                + " identity number"));
    }

    /**
     * A person by his opaque id.
     *
     * @throws ProblemException 404 when it has not the form of one; it is not repeated
     */
    public static String person(String id) {
        if (!PERSON.matcher(id).matches()) {
            throw notFound(
                    "person of that id", "Send the opaque id of the person's sign-in, a UUID; never a personal number");
        }
        return id;
    }

    /** @throws ProblemException 404 naming the deadlines of the programme */
    public DeadlineInForce deadline(ProgrammeInForce programme, String name) {
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

    public static ProblemException notFound(String what, String action) {
        return Problems.of(404, "not-found", "Not found", "There is no " + what, action);
    }

    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
