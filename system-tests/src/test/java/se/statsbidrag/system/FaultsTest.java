package se.statsbidrag.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import se.statsbidrag.local.LocalSystem;
import se.statsbidrag.local.Part;

/**
 * Parts of the running system die under load, as often as {@code statsbidrag.kills} says (each kind once, unless it says more), and nothing that was
 * acknowledged is lost or doubled. The order depends on {@code statsbidrag.seed} alone.
 */
class FaultsTest {
    private static final int KILLS = Integer.getInteger("statsbidrag.kills", 6);
    private static final long SEED = Long.getLong("statsbidrag.seed", 19);
    private static final TopicPartition OPERATIONS = new TopicPartition(RunningSystem.OPERATIONS, 0);

    /** What dies, at once. */
    private enum Victim {
        REQUISITION_SERVICE,
        REPORTING_SERVICE,
        ALLOCATION_SERVICE,
        POSTGRESQL,
        KAFKA,
        KAFKA_WITH_ITS_DISK;

        Part part(LocalSystem parts) {
            return switch (this) {
                case REQUISITION_SERVICE -> parts.requisition();
                case REPORTING_SERVICE -> parts.reporting();
                case ALLOCATION_SERVICE -> parts.allocation();
                case POSTGRESQL -> parts.postgres();
                case KAFKA, KAFKA_WITH_ITS_DISK -> parts.kafka();
            };
        }

        void die(LocalSystem parts) {
            if (this == KAFKA_WITH_ITS_DISK) {
                parts.kafka().wipe();
            } else {
                part(parts).kill();
            }
        }
    }

    @Test
    void whatWasAcknowledgedStandsInItsLogExactlyOnceWhateverDies(TestReporter reporter) {
        reporter.publishEntry(Map.of("seed", Long.toString(SEED), "kills", Integer.toString(KILLS)));
        try (RunningSystem system = RunningSystem.fresh("faults")) {
            system.moveClocksTo("2025-06-01T08:00:00+02:00");
            try (Load load = new Load(system, SEED)) {
                load.start();
                for (Victim victim : victims()) {
                    load.awaitAcknowledged(20);
                    victim.die(system.parts());
                    load.awaitAttempts(15);
                    victim.part(system.parts()).start();
                }
                load.awaitAcknowledged(20);
                load.stopAndSettle();
                load.assertEachStandsExactlyOnce(system.logs());
                PlanDocument.assertAgreesWithTheSecondCalculator(system);

                theLastEventOutlivesABrokerThatNeverGotIt(system, load);
                theLastEventOutlivesABrokerThatLostItUnread(system, load);

                system.moveClocksTo("2025-06-03T00:02:00+02:00");
                system.moveClocksTo("2025-11-21T00:02:00+01:00");
                PlanDocument.assertAgreesWithTheSecondCalculator(system);
                load.assertEachStandsExactlyOnce(system.logs());
                reporter.publishEntry(Map.of(
                        "acknowledged", Integer.toString(load.acknowledged()),
                        "unanswered", Integer.toString(load.unanswered())));
                assertThat(load.unanswered()).as("commands that a fault hit").isPositive();
            }
        }
    }

    private static List<Victim> victims() {
        List<Victim> victims = new ArrayList<>();
        for (int i = 0; i < KILLS; i++) {
            victims.add(Victim.values()[i % Victim.values().length]);
        }
        Collections.shuffle(victims, new Random(SEED));
        return victims;
    }

    /** Nothing is sent afterwards: the relay must send it again, or the reader find it by itself. */
    private static void theLastEventOutlivesABrokerThatNeverGotIt(RunningSystem system, Load load) {
        system.parts().kafka().kill();
        load.deliverOnce();
        system.parts().kafka().wipe();
        system.parts().kafka().start();
        PlanDocument.assertAgreesWithTheSecondCalculator(system);
    }

    /** The relay has sent it and thinks it done, but nobody read it: the reader must find it by itself. */
    private static void theLastEventOutlivesABrokerThatLostItUnread(RunningSystem system, Load load) {
        system.parts().allocation().kill();
        String broker = system.parts().kafka().bootstrapServers();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker))) {
            long before = sent(admin);
            load.deliverOnce();
            RunningSystem.await("the relay has sent the last event", Duration.ofMinutes(1), () -> sent(admin) > before);
        }
        system.parts().kafka().wipe();
        system.parts().kafka().start();
        system.parts().allocation().start();
        PlanDocument.assertAgreesWithTheSecondCalculator(system);
    }

    private static long sent(Admin admin) {
        try {
            return admin.listOffsets(Map.of(OPERATIONS, OffsetSpec.latest()))
                    .partitionResult(OPERATIONS)
                    .get(30, TimeUnit.SECONDS)
                    .offset();
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the broker does not say how far the topic has come", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
