package se.statsbidrag.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import se.statsbidrag.local.LocalBank;
import se.statsbidrag.local.LocalBank.Entry;
import se.statsbidrag.local.LocalBank.Order;
import se.statsbidrag.local.LocalService;
import se.statsbidrag.secondcalculator.WorkedExample;

/**
 * A service dies at a moment of each batch's life, as often as {@code statsbidrag.payment-kills} says: while it is prepared,
 * approved, put into the bank's folder, answered or booked. Whoever got no answer asks again with the same key. In the end
 * each payment went to the bank once, and all agrees to the krona. The moments depend on {@code statsbidrag.seed} alone.
 */
class PaymentFaultsTest {
    private static final int KILLS = Integer.getInteger("statsbidrag.payment-kills", 5);
    private static final long SEED = Long.getLong("statsbidrag.seed", 19);
    private static final String DAY = "2025-05-27";
    private static final String PROGRAMME = "/allocation/v1/programmes/" + WorkedYear.PROGRAMME;
    private static final String AGENCY = "202100-0555";
    private static final String AGENCY_ACCOUNT = "SE3550000000054910000003";
    private static final String ACCOUNT = "SE4550000000058398257466";

    /** When a service dies, and within how many milliseconds from its beginning. */
    private enum Moment {
        PREPARED(60),
        APPROVED(60),
        WRITTEN(1_500),
        ANSWERED(60),
        BOOKED(60);

        private final int within;

        Moment(int within) {
            this.within = within;
        }
    }

    private final Random random = new Random(SEED);
    private final Map<String, byte[]> taken = new TreeMap<>();

    @Test
    void noPaymentIsLostAndNoneDoubledWhateverDiesInABatchsLife(TestReporter reporter) throws IOException {
        reporter.publishEntry(Map.of("seed", Long.toString(SEED), "kills", Integer.toString(KILLS)));
        try (RunningSystem system = RunningSystem.fresh("payment-faults")) {
            system.moveClocksTo(DAY + "T08:00:00+02:00");
            List<String> regions = decided(system);
            for (int round = 0; round < KILLS; round++) {
                batch(system, round, round % regions.size(), round + regions.size() < KILLS);
            }
            assertEachWentOutOnceAndAllAgrees(system, regions);
        }
    }

    /** Each region's share of the first pot is decided by itself; the decisions' numbers are the places from 1. */
    private static List<String> decided(RunningSystem system) {
        WorkedYearOverRest year = new WorkedYearOverRest(system);
        List<String> all = WorkedExample.grant().regions();
        List<String> regions = all.subList(0, Math.min(KILLS, all.size()));
        regions.forEach(region -> {
            year.requisition(region);
            year.approve(region);
        });
        system.plan();
        JsonNode entries = system.requisition()
                .get("/requisition/v1/programmes/" + WorkedYear.PROGRAMME)
                .orFail()
                .path("definition")
                .path("recipients")
                .path("entries");
        payTo(system, AGENCY, AGENCY_ACCOUNT);
        for (String region : regions) {
            entries.valueStream()
                    .filter(entry -> entry.path("code").asText().equals(region))
                    .forEach(entry ->
                            payTo(system, entry.path("organisationNumber").asText(), ACCOUNT));
            JsonNode proposed = system.allocation()
                    .post(
                            PROGRAMME + "/decisions",
                            Map.of("pots", List.of("block-1"), "recipients", List.of(region), "reason", "Enligt plan"))
                    .orFail();
            system.allocation()
                    .as("decision-maker-1")
                    .post(
                            PROGRAMME + "/decisions/"
                                    + proposed.path("decision").asInt() + "/approval",
                            Map.of("reason", "Stämmer"))
                    .orFail();
        }
        return regions;
    }

    private static void payTo(RunningSystem system, String organisation, String account) {
        String path = "/allocation/v1/payment-details/" + organisation;
        Map<String, Object> details = Map.of(
                "kind", "ACCOUNT", "number", account, "bank", "ESSESESS", "name", organisation, "reason", "Påhittat");
        system.allocation().as("economist-1").put(path, details).orFail();
        system.allocation()
                .as("economist-2")
                .post(path + "/approval", Map.of("reason", "Stämmer"))
                .orFail();
    }

    private void batch(RunningSystem system, int round, int place, boolean rejected) throws IOException {
        Moment fatal = Moment.values()[random.nextInt(Moment.values().length)];
        LocalService victim = switch (round % 5) {
            case 3 -> system.parts().requisition();
            case 4 -> system.parts().reporting();
            default -> system.parts().allocation();
        };
        Life at = new Life(system, victim, fatal, random.nextInt(fatal.within));
        String key = "round-" + round;
        JsonNode batch = at.during(
                Moment.PREPARED,
                () -> post(
                        system,
                        "economist-1",
                        PROGRAMME + "/payment-batches",
                        key,
                        Rest.APPLICATION_JSON,
                        "{\"executionDate\":\"" + DAY + "\",\"decisions\":[" + (place + 1) + "]}"));
        at.during(
                Moment.APPROVED,
                () -> post(
                        system,
                        "economist-2",
                        PROGRAMME + "/payment-batches/" + batch.path("batch").asInt() + "/approval",
                        key,
                        Rest.APPLICATION_JSON,
                        "{\"fileSha256\":\"" + batch.path("fileSha256").asText() + "\",\"reason\":\"Läst\"}"));
        Order order = at.during(Moment.WRITTEN, () -> {
            RunningSystem.await("a file for the bank", Duration.ofMinutes(2), () -> takeAll(system) > round);
            return LocalBank.read(taken.getOrDefault(batch.path("message").asText() + ".xml", new byte[0]));
        });
        String payment = order.transfers().getFirst().id();
        at.during(
                Moment.ANSWERED,
                () -> post(
                        system,
                        "economist-1",
                        "/allocation/v1/payment-status-reports",
                        key,
                        "application/xml",
                        new String(
                                LocalBank.statusReport(
                                        order, "PSR-" + round, rejected ? Map.of(payment, "AC04") : Map.of()),
                                StandardCharsets.UTF_8)));
        List<Entry> entries = rejected
                ? List.of()
                : List.of(new Entry(
                        "B-1", true, payment, order.transfers().getFirst().amount(), ""));
        at.during(
                Moment.BOOKED,
                () -> post(
                        system,
                        "economist-1",
                        "/allocation/v1/bank-statements",
                        key,
                        "application/xml",
                        new String(
                                LocalBank.statement(order.account(), "STMT-" + round, order.day(), entries),
                                StandardCharsets.UTF_8)));
    }

    /** One batch's life, at one moment of which a service dies and is started again. */
    private record Life(RunningSystem system, LocalService victim, Moment fatal, int after) {
        <T> T during(Moment moment, Supplier<T> act) {
            if (moment != fatal) {
                return act.get();
            }
            CompletableFuture<Void> fault = CompletableFuture.runAsync(
                    () -> {
                        victim.kill();
                        victim.start();
                    },
                    CompletableFuture.delayedExecutor(after, TimeUnit.MILLISECONDS));
            T done = act.get();
            fault.join();
            return done;
        }
    }

    /** Asks until it is answered, and once more: the same key gets the same answer. */
    private static JsonNode post(
            RunningSystem system, String client, String path, String key, String mediaType, String body) {
        Rest.Answer[] answers = new Rest.Answer[2];
        for (int time = 0; time < 2; time++) {
            answers[time] = RunningSystem.answered(
                    path,
                    () -> system.allocation()
                            .as(client)
                            .send(
                                    "POST",
                                    path,
                                    BodyPublishers.ofString(body),
                                    Map.of("Content-Type", mediaType, "Idempotency-Key", key)));
        }
        assertThat(answers[1].text()).isEqualTo(answers[0].text());
        return answers[0].json();
    }

    /** The bank takes whatever lies in its folder, at once; how many files it has had. */
    private int takeAll(RunningSystem system) {
        Path folder = system.parts().bankFolder();
        if (!Files.isDirectory(folder)) {
            return taken.size();
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".xml")).toList()) {
                byte[] earlier = taken.put(file.getFileName().toString(), Files.readAllBytes(file));
                assertThat(earlier).as("%s came to the bank twice", file).isNull();
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return taken.size();
    }

    private void assertEachWentOutOnceAndAllAgrees(RunningSystem system, List<String> regions) {
        Rest economist = system.allocation().as("economist-1");
        JsonNode batches =
                economist.get(PROGRAMME + "/payment-batches").orFail().path("batches");
        assertThat(takeAll(system)).isEqualTo(KILLS).isEqualTo(batches.size());
        batches.forEach(batch -> {
            assertThat(batch.path("state").asText()).isEqualTo("APPROVED");
            String file = economist
                    .get(PROGRAMME + "/payment-batches/" + batch.path("batch").asInt() + "/payment-file")
                    .text();
            assertThat(taken.get(batch.path("message").asText() + ".xml"))
                    .isEqualTo(file.getBytes(StandardCharsets.UTF_8));
        });
        List<String> paid = new ArrayList<>();
        economist.get(PROGRAMME + "/balances").orFail().path("recipients").forEach(balance -> {
            assertThat(balance.path("paid").asLong())
                    .as(balance.toString())
                    .isEqualTo(balance.path("decided").asLong());
            if (balance.path("paid").asLong() > 0) {
                paid.add(balance.path("recipient").asText());
            }
        });
        assertThat(paid).containsExactlyElementsOf(regions);
        for (String type : List.of(
                "payment-batch-prepared", "payment-batch-approved", "payment-status-reported", "payments-booked")) {
            assertThat(recorded(system, type)).as(type).isEqualTo(KILLS);
        }
        assertThat(recorded(system, "bank-entry-set-aside")).isZero();
    }

    private static long recorded(RunningSystem system, String type) {
        return system.logs().getLast().stream()
                .filter(event -> event.type().equals(type))
                .count();
    }
}
