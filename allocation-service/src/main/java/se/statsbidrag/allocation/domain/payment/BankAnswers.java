package se.statsbidrag.allocation.domain.payment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.domain.ledger.Claim;
import se.statsbidrag.allocation.domain.ledger.Ledger;
import se.statsbidrag.allocation.domain.ledger.Payments;
import se.statsbidrag.allocation.domain.ledger.Payments.Batch;
import se.statsbidrag.allocation.domain.payment.StatusReport.Verdict;
import se.statsbidrag.events.BankEntrySetAside;
import se.statsbidrag.events.ClaimInvoiced;
import se.statsbidrag.events.ClaimRepaid;
import se.statsbidrag.events.LedgerEvent;
import se.statsbidrag.events.PaymentBatchPrepared.Payment;
import se.statsbidrag.events.PaymentStatusReported;
import se.statsbidrag.events.PaymentsBooked;
import se.statsbidrag.rules.value.ProgrammeId;

/** What of a bank's file fits what was ordered and claimed, and what is set aside for a person. */
public final class BankAnswers {
    private BankAnswers() {}

    /**
     * What a status report says about a batch that was sent.
     *
     * @return to be recorded in this order: what fits, then what is set aside
     */
    public static List<LedgerEvent> of(StatusReport report, String fileHash, Batch batch, Payments payments) {
        Map<String, Payment> ordered = new HashMap<>();
        batch.event().payments().forEach(payment -> ordered.put(payment.id(), payment));
        Map<String, PaymentStatusReported.Status> fits = new HashMap<>();
        List<LedgerEvent> aside = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (int index = 0; index < report.lines().size(); index++) {
            StatusReport.Line line = report.lines().get(index);
            Payment payment = ordered.get(line.payment());
            Optional<String> fault = payment == null
                    ? Optional.of("Betalningen finns inte i bunten")
                    : fault(line, payment, named, payments);
            if (fault.isPresent()) {
                aside.add(new BankEntrySetAside(
                        batch.event().programme(),
                        report.message(),
                        String.valueOf(index + 1),
                        line.payment(),
                        false,
                        line.amount() == null ? 0 : line.amount(),
                        fault.get()));
            } else if (line.verdict() != Verdict.OPEN) {
                fits.put(line.payment(), status(line.payment(), line.verdict(), line.code()));
            }
            named.add(line.payment());
        }
        if (report.all() != Verdict.OPEN) {
            for (Payment payment : batch.event().payments()) {
                if (!named.contains(payment.id()) && !contradicts(report.all(), payment.id(), payments)) {
                    fits.put(payment.id(), status(payment.id(), report.all(), report.code()));
                }
            }
        }
        List<LedgerEvent> events = new ArrayList<>();
        events.add(new PaymentStatusReported(
                batch.event().programme(),
                batch.event().batch(),
                report.message(),
                fileHash,
                batch.event().payments().stream()
                        .map(Payment::id)
                        .flatMap(id -> Optional.ofNullable(fits.get(id)).stream())
                        .toList()));
        events.addAll(aside);
        return events;
    }

    private static PaymentStatusReported.Status status(String payment, Verdict verdict, String code) {
        return new PaymentStatusReported.Status(payment, verdict == Verdict.ACCEPTED, code);
    }

    private static Optional<String> fault(
            StatusReport.Line line, Payment payment, Set<String> named, Payments payments) {
        if (named.contains(line.payment())) {
            return Optional.of("Betalningen står mer än en gång i filen");
        }
        if (line.amount() != null && line.amount() != payment.amount()) {
            return Optional.of("Beställt belopp är " + payment.amount() + " kr, banken anger " + line.amount() + " kr");
        }
        if (contradicts(line.verdict(), line.payment(), payments)) {
            return Optional.of(
                    line.verdict() == Verdict.REJECTED
                            ? "Banken avvisar betalningen, men ett kontoutdrag visar att den är betald"
                            : "Banken godtar betalningen, men har tidigare avvisat den");
        }
        return Optional.empty();
    }

    private static boolean contradicts(Verdict verdict, String payment, Payments payments) {
        return switch (verdict) {
            case REJECTED -> payments.booked(payment).isPresent();
            case ACCEPTED ->
                payments.status(payment).map(earlier -> !earlier.accepted()).orElse(false);
            case OPEN -> false;
        };
    }

    /** Programmes with their ledgers, by name: what the agency's account may be about. */
    public record Books(Map<ProgrammeId, Ledger> ledgers) {

        /** The programme that sent a payment. */
        Optional<ProgrammeId> payerOf(String payment) {
            return ledgers.entrySet().stream()
                    .filter(each ->
                            each.getValue().payments().sentPayment(payment).isPresent())
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        /** An invoiced claim whose invoice one of the texts names. */
        Optional<Claim> invoicedAs(List<String> texts) {
            return ledgers.values().stream()
                    .flatMap(ledger -> ledger.claims().all().stream())
                    .filter(claim -> isNamed(claim.invoice(), texts))
                    .findFirst();
        }

        private static boolean isNamed(@Nullable ClaimInvoiced invoiced, List<String> texts) {
            return invoiced != null && texts.stream().anyMatch(text -> names(text, invoiced.invoice()));
        }

        private static boolean names(String text, String invoice) {
            return List.of(text.split("[\\s,;]+")).contains(invoice);
        }

        Payments payments(ProgrammeId programme) {
            return Objects.requireNonNull(ledgers.get(programme)).payments();
        }
    }

    /**
     * What a statement says about programmes' payments and claims.
     *
     * @param home the programme that answers for entries that name nothing known
     * @return to be recorded, by programme, in this order: claims paid back, payments booked, what is set aside
     */
    public static Map<ProgrammeId, List<LedgerEvent>> of(
            Statement statement, String fileHash, Books books, ProgrammeId home) {
        return new StatementIntake(statement, fileHash, books, home).events();
    }

    /** Takes a statement in, entry by entry. */
    private static final class StatementIntake {
        private final Statement statement;
        private final String fileHash;
        private final Books books;
        private final ProgrammeId home;
        private final Map<ProgrammeId, List<PaymentsBooked.Entry>> booked = new HashMap<>();
        private final Map<ProgrammeId, List<LedgerEvent>> repaid = new HashMap<>();
        private final Map<ProgrammeId, List<LedgerEvent>> aside = new HashMap<>();
        private final Map<Claim, Long> repaidNow = new HashMap<>();
        private final Set<String> seen = new HashSet<>();

        StatementIntake(Statement statement, String fileHash, Books books, ProgrammeId home) {
            this.statement = statement;
            this.fileHash = fileHash;
            this.books = books;
            this.home = home;
        }

        Map<ProgrammeId, List<LedgerEvent>> events() {
            statement.entries().forEach(entry -> {
                if (entry.outgoing()) {
                    outgoing(entry);
                } else {
                    incoming(entry);
                }
            });
            Set<ProgrammeId> concerned = new HashSet<>(booked.keySet());
            concerned.addAll(repaid.keySet());
            concerned.addAll(aside.keySet());
            if (concerned.isEmpty()) {
                concerned.add(home);
            }
            Map<ProgrammeId, List<LedgerEvent>> events = new HashMap<>();
            for (ProgrammeId programme : concerned) {
                List<LedgerEvent> own = new ArrayList<>(repaid.getOrDefault(programme, List.of()));
                own.add(new PaymentsBooked(
                        programme, statement.message(), fileHash, booked.getOrDefault(programme, List.of())));
                own.addAll(aside.getOrDefault(programme, List.of()));
                events.put(programme, own);
            }
            return events;
        }

        private void outgoing(Statement.Entry entry) {
            Optional<ProgrammeId> programme = books.payerOf(entry.payment());
            if (programme.isEmpty()) {
                setAside(home, entry, "Ingen beställd betalning har den här beteckningen");
                return;
            }
            Payments payments = books.payments(programme.get());
            Payment payment = payments.sentPayment(entry.payment()).orElseThrow();
            if (payments.booked(entry.payment()).isPresent()
                    || payments.cameBack(entry.payment())
                    || seen.contains(entry.payment())) {
                setAside(programme.get(), entry, "Betalningen är redan bokförd: samma betalning två gånger");
            } else if (!entry.wholeKronor() || entry.amount() != payment.amount()) {
                setAside(
                        programme.get(),
                        entry,
                        "Beställt belopp är " + payment.amount() + " kr, kontoutdraget visar ett annat");
            } else {
                seen.add(entry.payment());
                booked.computeIfAbsent(programme.get(), none -> new ArrayList<>())
                        .add(new PaymentsBooked.Entry(entry.reference(), entry.payment(), entry.amount(), entry.day()));
            }
        }

        private void incoming(Statement.Entry entry) {
            Optional<ProgrammeId> returned = books.payerOf(entry.payment());
            if (returned.isPresent()) {
                setAside(returned.get(), entry, "En betalning har kommit tillbaka från mottagarens bank");
                return;
            }
            Optional<Claim> claim = books.invoicedAs(entry.texts());
            if (claim.isEmpty()) {
                setAside(home, entry, "En inbetalning som ingen faktura svarar mot");
                return;
            }
            ProgrammeId programme = claim.get().event().programme();
            long left = claim.get().claimed() - claim.get().repaidAmount() - repaidNow.getOrDefault(claim.get(), 0L);
            if (!entry.wholeKronor() || entry.amount() < 1 || entry.amount() > left) {
                setAside(programme, entry, "Det återstår " + left + " kr att betala på fakturan");
            } else {
                repaidNow.merge(claim.get(), entry.amount(), Math::addExact);
                repaid.computeIfAbsent(programme, none -> new ArrayList<>())
                        .add(new ClaimRepaid(
                                programme,
                                claim.get().event().claim(),
                                entry.amount(),
                                entry.day(),
                                statement.message() + "/" + entry.reference(),
                                ""));
            }
        }

        private void setAside(ProgrammeId programme, Statement.Entry entry, String fault) {
            aside.computeIfAbsent(programme, none -> new ArrayList<>())
                    .add(new BankEntrySetAside(
                            programme,
                            statement.message(),
                            entry.reference(),
                            entry.payment(),
                            entry.outgoing(),
                            entry.amount(),
                            fault));
        }
    }
}
