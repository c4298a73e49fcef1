package se.statsbidrag.allocation.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static se.statsbidrag.allocation.domain.payment.StopConsequences.Stage.DECIDED;
import static se.statsbidrag.allocation.domain.payment.StopConsequences.Stage.PREPARED;
import static se.statsbidrag.allocation.domain.payment.StopConsequences.Stage.SENT;
import static se.statsbidrag.allocation.domain.payment.StopConsequences.Stage.UNDECIDED;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.statsbidrag.allocation.domain.payment.StopConsequences.Line;
import se.statsbidrag.allocation.domain.payment.StopConsequences.Stage;
import se.statsbidrag.allocation.domain.payment.StopConsequences.WaitingBatch;
import se.statsbidrag.rules.plan.PlannedRecipient;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.RecipientCode;

/** What a stop keeps and what goes on anyway, for money at each stage of its way (domain: Decided amounts, Conditions). */
class StopConsequencesTest {
    private static final RecipientCode REGION = new RecipientCode("23");
    private static final PotId POT = new PotId("pot");

    @ParameterizedTest(name = "{0}")
    @MethodSource("stages")
    void everyStageIsStoppedUntilTheBankHasTheFile(
            String what,
            Consumer<WrittenLedger> way,
            long entitled,
            @Nullable LocalDate until,
            List<Line> lines,
            List<WaitingBatch> batches) {
        WrittenLedger written = new WrittenLedger();
        way.accept(written);

        StopConsequences consequences = StopConsequences.of(
                new PlannedRecipient(REGION, List.of(new PlannedRecipient.Line(POT, entitled)), entitled),
                written.ledger(),
                until);

        assertThat(consequences.lines()).isEqualTo(lines);
        assertThat(consequences.batches()).isEqualTo(batches);
        assertThat(consequences.stopped() + consequences.goesOn())
                .isEqualTo(lines.stream().mapToLong(Line::amount).sum());
    }

    static Stream<Arguments> stages() {
        Consumer<WrittenLedger> nothing = written -> {};
        Consumer<WrittenLedger> decided = written -> written.decide(Map.of("01", 70L, "23", 50L));
        Consumer<WrittenLedger> prepared = decided.andThen(written -> written.prepare("01", "23"));
        Consumer<WrittenLedger> sent = prepared.andThen(written -> written.approve(1));
        Consumer<WrittenLedger> paid =
                sent.andThen(written -> written.statement(WrittenLedger.left(WrittenLedger.payment(1, "23"), 50)));
        Consumer<WrittenLedger> rejected = sent.andThen(written ->
                written.report(1, StatusReport.Verdict.OPEN, WrittenLedger.rejected(WrittenLedger.payment(1, "23"))));
        String payment = WrittenLedger.payment(1, "23");
        List<WaitingBatch> waits = List.of(new WaitingBatch(1, 1, 70));
        return Stream.of(
                arguments("nothing planned", nothing, 0L, null, List.of(), List.of()),
                arguments("planned", nothing, 80L, null, List.of(line(UNDECIDED, "", 80, true)), List.of()),
                arguments(
                        "decided in part",
                        decided,
                        80L,
                        null,
                        List.of(line(UNDECIDED, "", 30, true), line(DECIDED, "MU-B1", 50, true)),
                        List.of()),
                arguments("decided too much", decided, 40L, null, List.of(line(DECIDED, "MU-B1", 50, true)), List.of()),
                arguments("in a batch", prepared, 50L, null, List.of(line(PREPARED, payment, 50, true)), waits),
                arguments(
                        "in a batch paid on the stop's last day",
                        prepared,
                        50L,
                        LocalDate.of(2025, 6, 12),
                        List.of(line(PREPARED, payment, 50, true)),
                        waits),
                arguments(
                        "in a batch paid after the stop",
                        prepared,
                        50L,
                        LocalDate.of(2025, 6, 11),
                        List.of(line(PREPARED, payment, 50, false)),
                        List.of()),
                arguments("sent", sent, 50L, null, List.of(line(SENT, payment, 50, false)), List.of()),
                arguments(
                        "sent, and more planned since",
                        sent,
                        60L,
                        null,
                        List.of(line(UNDECIDED, "", 10, true), line(SENT, payment, 50, false)),
                        List.of()),
                arguments("paid", paid, 50L, null, List.of(), List.of()),
                arguments(
                        "rejected by the bank",
                        rejected,
                        50L,
                        null,
                        List.of(line(DECIDED, "MU-B1", 50, true)),
                        List.of()));
    }

    private static Line line(Stage stage, String reference, long amount, boolean stopped) {
        return new Line(stage, POT, reference, amount, stopped);
    }
}
