package se.statsbidrag.allocation.domain.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import se.statsbidrag.allocation.domain.ledger.Entry;
import se.statsbidrag.allocation.domain.ledger.Ledger;
import se.statsbidrag.allocation.domain.ledger.Payments.Batch;
import se.statsbidrag.allocation.domain.payment.StatusReport.Verdict;
import se.statsbidrag.events.LedgerEvent;
import se.statsbidrag.events.PaymentBatchApproved;
import se.statsbidrag.events.PaymentBatchPrepared;
import se.statsbidrag.events.PaymentDetails;
import se.statsbidrag.events.PaymentDetailsSet;
import se.statsbidrag.events.PayoutsDecided;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.OrganisationNumber;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** Writes the ledger of a made-up programme, step by step as the agency and its bank would. */
final class WrittenLedger {
    static final ProgrammeId PROGRAMME = new ProgrammeId("made-up-2025");
    private static final OrganisationNumber AGENCY = new OrganisationNumber("202100-0555");
    private static final PaymentDetails FROM = new PaymentDetails(PaymentDetails.Kind.BANKGIRO, "50504562", "");

    private final List<Entry> entries = new ArrayList<>();
    private int decisions;
    private int files;

    Ledger ledger() {
        return Ledger.of(entries);
    }

    /** Decides amounts by recipient's code. */
    int decide(Map<String, Long> amounts) {
        decisions++;
        List<PayoutsDecided.Line> lines = new ArrayList<>();
        new TreeMap<>(amounts)
                .forEach((code, amount) ->
                        lines.add(new PayoutsDecided.Line(new RecipientCode(code), new PotId("pot"), amount, amount)));
        record(new PayoutsDecided(
                PROGRAMME,
                decisions,
                "MU-B" + decisions,
                1,
                "0".repeat(64),
                "0".repeat(64),
                List.of(),
                List.of(new PotId("pot")),
                lines,
                "somebody",
                "because"));
        return decisions;
    }

    PaymentOrders.Selection select(String... withDetails) {
        Map<RecipientCode, PaymentDetailsSet> details = new HashMap<>();
        for (String code : withDetails) {
            details.put(
                    new RecipientCode(code),
                    new PaymentDetailsSet(
                            AGENCY,
                            "Region " + code,
                            new PaymentDetails(PaymentDetails.Kind.BANKGIRO, "55500" + code, ""),
                            "as its letter says"));
        }
        return PaymentOrders.select(
                ledger(),
                Set.of(),
                Map.of(),
                details,
                message(ledger().payments().next()));
    }

    /** Prepares a batch; 0 when nothing is to be paid. */
    int prepare(String... withDetails) {
        PaymentOrders.Selection selection = select(withDetails);
        if (selection.payments().isEmpty()) {
            return 0;
        }
        int number = ledger().payments().next();
        record(new PaymentBatchPrepared(
                PROGRAMME,
                number,
                message(number),
                Instant.parse("2025-06-10T08:00:00Z"),
                LocalDate.of(2025, 6, 12),
                "",
                AGENCY,
                "Socialstyrelsen",
                FROM,
                selection.payments(),
                "0".repeat(64)));
        return number;
    }

    void approve(int batch) {
        record(new PaymentBatchApproved(PROGRAMME, batch, "0".repeat(64), "as read"));
    }

    /** Takes in a report about an approved batch that names these payments. */
    void report(int batch, Verdict all, StatusReport.Line... lines) {
        Batch about = ledger().payments().batch(batch).orElseThrow();
        StatusReport report =
                new StatusReport("PSR-" + ++files, message(batch), null, null, null, all, "", List.of(lines));
        BankAnswers.of(report, "0".repeat(64), about, ledger().payments()).forEach(this::record);
    }

    /** Takes in a statement with these entries. */
    void statement(Statement.Entry... shown) {
        Statement statement = new Statement("STMT-" + ++files, List.of("50504562"), List.of(shown));
        BankAnswers.of(statement, "0".repeat(64), new BankAnswers.Books(Map.of(PROGRAMME, ledger())), PROGRAMME)
                .values()
                .forEach(events -> events.forEach(this::record));
    }

    /** An entry that shows a payment leaving the account. */
    static Statement.Entry left(String payment, long amount) {
        return new Statement.Entry(
                "E-" + payment + "-" + amount, true, payment, List.of(), amount, true, LocalDate.of(2025, 6, 12));
    }

    static StatusReport.Line rejected(String payment) {
        return new StatusReport.Line(payment, Verdict.REJECTED, "AC04", null);
    }

    static String payment(int batch, String recipient) {
        return message(batch) + "-" + recipient;
    }

    private static String message(int batch) {
        return PROGRAMME + "-" + batch;
    }

    void record(LedgerEvent event) {
        entries.add(new Entry(
                event,
                new EventReference("allocations", entries.size() + 1L),
                Instant.parse("2025-06-10T08:00:00Z").plusSeconds(entries.size()),
                "somebody"));
    }
}
