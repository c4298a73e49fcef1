package se.statsbidrag.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.statsbidrag.local.DemonstrationPeople;
import se.statsbidrag.system.AccessTable.Line;
import se.statsbidrag.system.AccessTable.Operation;

/**
 * Every operation of the three services' OpenAPI documents is called by every role, and by nobody, and answers as
 * {@code docs/access.csv} says. Addresses are harmless and bodies say nothing: only who is let in counts.
 */
@Tag(RunningSystem.SHARED)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {
    private static final Map<String, String> LOGS = Map.of(
            "requisition-service", RunningSystem.REQUISITIONS,
            "reporting-service", RunningSystem.OPERATIONS,
            "allocation-service", RunningSystem.ALLOCATIONS);
    private static final Map<String, String> CLIENTS = clients();
    private static final Addresses OWN = new Addresses("14", "patientregistret");
    private static final Addresses OTHERS = new Addresses("23", "region-14");

    private RunningSystem system;
    private final Map<String, JsonNode> documents = new TreeMap<>();

    /** A client of each role; those that act for somebody belong to {@link #OWN}. */
    private static Map<String, String> clients() {
        Map<String, String> clients = new LinkedHashMap<>();
        clients.put("representative", "representative-14");
        clients.put("deputy", "deputy-14");
        clients.put("data-coordinator", "data-coordinator-14");
        clients.put("officer", "officer-1");
        clients.put("decision-maker", "decision-maker-1");
        clients.put("economist", "economist-1");
        clients.put("register-feed", "feed-patientregistret");
        clients.put("reader", "reader-1");
        clients.put("auditor", "auditor-1");
        clients.put("operator", "operator-1");
        clients.put("sister-service", "allocation-service");
        return clients;
    }

    /** Whose things an address names. */
    private record Addresses(String recipient, String reporter) {

        String of(String path) {
            return path.replace("{programme}", WorkedYear.PROGRAMME)
                    .replace("{recipient}", recipient)
                    .replace("{organisationNumber}", organisationNumber())
                    .replace("{reporter}", reporter)
                    .replace("{month}", "2025-03")
                    .replace("{deadline}", "requisition")
                    .replace("{pot}", "block-1")
                    .replaceAll("\\{[^}]*}", UUID.nameUUIDFromBytes(new byte[1]).toString());
        }

        private String organisationNumber() {
            return DemonstrationPeople.of("representative-" + recipient)
                    .organisationNumbers()
                    .getFirst();
        }
    }

    @BeforeAll
    void start() {
        system = RunningSystem.shared();
        LOGS.forEach((service, log) -> documents.put(
                service, system.service(log).get("/q/openapi?format=json").orFail()));
    }

    @Test
    void everyOperationStandsInTheTableAndTheTableHasNoOther() {
        Set<Operation> described = new TreeSet<>();
        documents.forEach((service, document) -> described.addAll(AccessTable.operations(service, document)));
        List<Operation> listed =
                AccessTable.lines().stream().map(Line::operation).toList();

        assertThat(listed)
                .as("operations that stand twice in " + AccessTable.FILE)
                .doesNotHaveDuplicates();
        Set<Operation> missing = new TreeSet<>(described);
        listed.forEach(missing::remove);
        assertThat(missing)
                .as(
                        "add a line to %s for each: <operation>,<roles joined by blanks>,<organisation, reporter or"
                                + " nothing>",
                        AccessTable.FILE)
                .isEmpty();
        Set<Operation> gone = new TreeSet<>(listed);
        gone.removeAll(described);
        assertThat(gone)
                .as("no service has these operations: take them out of " + AccessTable.FILE)
                .isEmpty();
        assertThat(AccessTable.lines())
                .as("roles that there are not")
                .allMatch(line -> line.everybody() || CLIENTS.keySet().containsAll(line.roles()));
    }

    @Test
    void whoMayNotCallIsRefusedAndNothingIsRecorded() {
        Map<String, Long> heads = system.heads();
        List<String> wrong = Collections.synchronizedList(new ArrayList<>());
        // Several at once, since they are thousands and none changes anything.
        AccessTable.lines().parallelStream()
                .filter(line -> !line.everybody())
                .forEach(line -> expectRefusals(wrong, line));
        assertThat(wrong).isEmpty();
        assertThat(system.heads()).isEqualTo(heads);
    }

    private void expectRefusals(List<String> wrong, Line line) {
        expect(wrong, line, "", OWN, 401);
        for (String role : CLIENTS.keySet()) {
            if (!line.roles().contains(role)) {
                expect(wrong, line, role, OWN, 403);
            } else if (line.binds(role) && namesSomebody(line)) {
                expect(wrong, line, role, OTHERS, 403);
            }
        }
    }

    @Test
    void whoMayCallIsLetIn() {
        List<String> wrong = new ArrayList<>();
        for (Line line : AccessTable.lines()) {
            if (line.everybody()) {
                expectLetIn(wrong, line, "");
            }
            for (String role : CLIENTS.keySet()) {
                if (line.everybody() || line.roles().contains(role)) {
                    expectLetIn(wrong, line, role);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theInternalFeedIsForSisterServicesAlone() {
        LOGS.values().forEach(log -> {
            for (Operation call : List.of(
                    new Operation(log, "GET", "/internal/log/head"),
                    new Operation(log, "GET", "/internal/log/events"),
                    new Operation(log, "POST", "/internal/log/seal"))) {
                Rest service = system.service(log);
                assertThat(status(service.asNobody(), call, ""))
                        .as(call.toString())
                        .isEqualTo(401);
                CLIENTS.forEach((role, client) -> {
                    int status = status(service.as(client), call, "");
                    if (role.equals("sister-service")) {
                        assertThat(status).as(call.toString()).isNotIn(401, 403);
                    } else {
                        assertThat(status).as(call + " by " + role).isEqualTo(403);
                    }
                });
            }
        });
    }

    private static boolean namesSomebody(Line line) {
        String path = line.operation().path();
        return line.bound().equals("reporter")
                ? path.contains("{reporter}")
                : path.contains("{recipient}") || path.contains("{organisationNumber}");
    }

    private void expect(List<String> wrong, Line line, String role, Addresses addresses, int status) {
        int answered = call(line, role, addresses).status();
        if (answered != status) {
            wrong.add("%s by %s for %s: %d, not %d"
                    .formatted(
                            line.operation(),
                            role.isEmpty() ? "nobody" : role,
                            addresses.equals(OWN) ? "its own" : "another's",
                            answered,
                            status));
        }
    }

    private void expectLetIn(List<String> wrong, Line line, String role) {
        Rest.Answer answer = call(line, role, OWN);
        int answered = answer.status();
        // Who has the role may still lack the mandate; the roles must not be what refuses him.
        if (line.bound().equals("mandate") && answered == 403 && !answer.text().contains("Your roles")) {
            return;
        }
        if (answered == 401 || answered == 403 || answered >= 500) {
            wrong.add("%s by %s: %d, though the table lets it in"
                    .formatted(line.operation(), role.isEmpty() ? "nobody" : role, answered));
        }
    }

    private Rest.Answer call(Line line, String role, Addresses addresses) {
        Operation operation = line.operation();
        Rest service = system.service(String.valueOf(LOGS.get(operation.service())));
        Operation call = new Operation(operation.service(), operation.method(), addresses.of(operation.path()));
        String client = CLIENTS.get(role);
        return answer(client == null ? service.asNobody() : service.as(client), call, mediaType(operation));
    }

    private static int status(Rest service, Operation call, String mediaType) {
        return answer(service, call, mediaType).status();
    }

    private static Rest.Answer answer(Rest service, Operation call, String mediaType) {
        return service.send(
                call.method(),
                call.path(),
                BodyPublishers.ofString(mediaType.endsWith("json") ? "{}" : ""),
                mediaType.isEmpty() ? Map.of() : Map.of("Content-Type", mediaType));
    }

    /** What the operation wants its body to be; empty when it wants none. */
    private String mediaType(Operation operation) {
        JsonNode content = documents
                .getOrDefault(operation.service(), MissingNode.getInstance())
                .path("paths")
                .path(operation.path())
                .path(operation.method().toLowerCase(java.util.Locale.ROOT))
                .path("requestBody")
                .path("content");
        return content.isEmpty() ? "" : content.fieldNames().next();
    }
}
