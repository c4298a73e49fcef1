package se.statsbidrag.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The one list of the demonstration's people and machines, all invented: every recipient's representative, two
 * regions' deputies and data coordinators, the agency's people, the register feeds, another agency's reader and our own three
 * services. The identity providers are set up from it, and whoever is not in it gets no role.
 */
public final class DemonstrationPeople {

    /** The client that the pages sign people in with. */
    public static final String PAGES_CLIENT = "statsbidrag-pages";

    /** Belongs to region 23, but nobody has given it a mandate. */
    public static final String WITHOUT_MANDATE = "representative-23-new";

    /** Who delivers in the demonstration year and in tests. */
    static final List<String> REPORTERS = List.of(
            "patientregistret",
            "region-skane",
            "norra-sjukvardsregionen",
            "region-jamtland-harjedalen",
            "region-a",
            "region-b",
            "region-jh",
            "region-12",
            "region-14",
            "region-22",
            "region-23",
            "region-24",
            "reporter-1",
            "reporter-2",
            "reporter-3",
            "norra-regionerna",
            "norra");

    /** Region and municipality at once: one organisation, so one representative, whichever of the two it signs in for. */
    private static final Map<String, String> SAME_PERSON = Map.of("representative-0980", "representative-09");

    private static final List<DemonstrationPerson> ALL = List.copyOf(list());

    private DemonstrationPeople() {}

    /** Everybody, people before machines, by role. */
    public static List<DemonstrationPerson> all() {
        return ALL;
    }

    /** Those who sign in at a page, each once. */
    public static List<DemonstrationPerson> people() {
        return ALL.stream()
                .filter(Predicate.not(DemonstrationPerson::machine))
                .filter(person -> !SAME_PERSON.containsKey(person.clientId()))
                .toList();
    }

    /**
     * The one that signs in with this client id.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static DemonstrationPerson of(String clientId) {
        return ALL.stream()
                .filter(person -> person.clientId().equals(clientId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody of the demonstration is " + clientId));
    }

    /** The subject of a client's tokens: opaque, and the same at each start and with each identity provider. */
    public static UUID subject(String clientId) {
        String person = SAME_PERSON.getOrDefault(clientId, clientId);
        return UUID.nameUUIDFromBytes(("statsbidrag:" + person).getBytes(StandardCharsets.UTF_8));
    }

    private static List<DemonstrationPerson> list() {
        List<DemonstrationPerson> all = new ArrayList<>();
        List<Organisation> organisations = organisations();
        organisations.forEach(
                own -> all.add(own.person("representative-" + own.code(), own.representative(), "representative")));
        Organisation jamtland = organisation(organisations, "23");
        Organisation vastraGotaland = organisation(organisations, "14");
        all.add(jamtland.person(WITHOUT_MANDATE, "Nora Exempelsson", "representative"));
        all.add(vastraGotaland.person("deputy-14", "Willy Provberg", "deputy"));
        all.add(jamtland.person("deputy-23", "Xenia Provberg", "deputy"));
        all.add(vastraGotaland.person("data-coordinator-14", "Yngve Testlund", "data-coordinator"));
        all.add(jamtland.person("data-coordinator-23", "Zara Testlund", "data-coordinator"));
        all.add(agency("officer-1", "Åsa Påhittström", "officer"));
        all.add(agency("officer-2", "Ärling Påhittström", "officer"));
        all.add(agency("decision-maker-1", "Östen Demoberg", "decision-maker"));
        all.add(agency("decision-maker-2", "Disa Demoberg", "decision-maker"));
        all.add(agency("economist-1", "Eva Låtsasgren", "economist"));
        all.add(agency("economist-2", "Emil Låtsasgren", "economist"));
        all.add(agency("auditor-1", "Ragnhild Exempelgranskare", "auditor"));
        all.add(agency("operator-1", "Dag Exempeldrift", "operator"));
        REPORTERS.forEach(reporter -> all.add(
                new DemonstrationPerson("feed-" + reporter, null, "register-feed", List.of(), "", List.of(reporter))));
        all.add(agency("reader-1", null, "reader"));
        List.of("requisition-service", "allocation-service", "reporting-service")
                .forEach(service -> all.add(agency(service, null, "sister-service")));
        return all;
    }

    private static DemonstrationPerson agency(String clientId, @Nullable String name, String role) {
        return new DemonstrationPerson(clientId, name, role, List.of(), "", List.of());
    }

    /** A line of {@code organisations.csv}; the number's status says whether a second source confirms it. */
    private record Organisation(String code, String name, String number, String numberStatus, String representative) {

        DemonstrationPerson person(String clientId, String personName, String role) {
            return new DemonstrationPerson(clientId, personName, role, List.of(number), name, List.of());
        }
    }

    private static Organisation organisation(List<Organisation> organisations, String code) {
        return organisations.stream()
                .filter(organisation -> organisation.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static List<Organisation> organisations() {
        try (InputStream in = DemonstrationPeople.class.getResourceAsStream("/demonstration/organisations.csv")) {
            if (in == null) {
                throw new IllegalStateException("The demonstration's file organisations.csv is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(row -> new Organisation(row[0], row[1], row[2], row[3], row[4]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
