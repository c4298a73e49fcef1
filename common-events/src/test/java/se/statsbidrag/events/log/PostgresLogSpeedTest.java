package se.statsbidrag.events.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.statsbidrag.events.OperationsReported;
import se.statsbidrag.rules.value.OperationCell;
import se.statsbidrag.rules.value.Procedure;
import se.statsbidrag.rules.value.Provider;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.ReporterId;

/** Sizes that the system must bear, with room for a busy machine: it takes a fraction of this on a quiet one. */
class PostgresLogSpeedTest {
    private static final Duration MOST = Duration.ofSeconds(10);
    private final PostgresEventLog log = Postgres.fresh().log();

    @Test
    void twoYearsOfFullMonthsInOneAppend() {
        List<StreamAppend> deliveries = IntStream.range(0, 50)
                .mapToObj(i -> new StreamAppend(new StreamName("delivery/r-" + i + "/2025-03"), 0, List.of(month(i))))
                .toList();

        Appended appended = within(() -> log.append(deliveries, Examples.OFFICER));

        assertThat(appended.events()).hasSize(50);
        assertThat(within(() -> log.readAfter(0, 100))).isEqualTo(appended.events());
    }

    @Test
    void tenThousandEventsAreReadAtOnce() {
        within(() -> log.append(List.of(Examples.add("a", 0, 10_000)), Examples.OFFICER));

        assertThat(within(() -> log.readAfter(0, 10_000))).hasSize(10_000);
        assertThat(within(() -> log.readStream(Examples.stream("a")))).hasSize(10_000);
        assertThat(within(() -> LogVerifier.verify(log))).isInstanceOf(LogVerdict.Whole.class);
    }

    private static <T> T within(Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(MOST);
        return result;
    }

    /** Every region's inhabitants in every region, public and private, three procedures. */
    private static OperationsReported month(int reporter) {
        List<OperationCell> cells = new ArrayList<>();
        for (int home = 1; home <= 21; home++) {
            for (int performed = 1; performed <= 21; performed++) {
                for (Provider provider : Provider.values()) {
                    for (String procedure : List.of("CATARACT", "HIP_REPLACEMENT", "PROLAPSE")) {
                        cells.add(new OperationCell(
                                new RecipientCode("%02d".formatted(home)),
                                new RecipientCode("%02d".formatted(performed)),
                                provider,
                                new Procedure(procedure),
                                home * performed + reporter));
                    }
                }
            }
        }
        return new OperationsReported(
                new ReporterId("r-" + reporter),
                YearMonth.of(2025, 3),
                1,
                Instant.parse("2025-04-10T08:00:00Z"),
                cells);
    }
}
