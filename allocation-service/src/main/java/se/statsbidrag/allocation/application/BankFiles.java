package se.statsbidrag.allocation.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.application.Ledgers.Loaded;
import se.statsbidrag.allocation.bank.AccountNumbers;
import se.statsbidrag.allocation.bank.PaymentFile;
import se.statsbidrag.allocation.bank.StatementFile;
import se.statsbidrag.allocation.bank.StatusReportFile;
import se.statsbidrag.allocation.bank.UnusableFile;
import se.statsbidrag.allocation.domain.ledger.Ledger;
import se.statsbidrag.allocation.domain.ledger.Payments;
import se.statsbidrag.allocation.domain.ledger.Payments.Batch;
import se.statsbidrag.allocation.domain.payment.BankAnswers;
import se.statsbidrag.allocation.domain.payment.Statement;
import se.statsbidrag.allocation.domain.payment.StatusReport;
import se.statsbidrag.events.BankEntrySetAside;
import se.statsbidrag.events.ClaimRepaid;
import se.statsbidrag.events.LedgerEvent;
import se.statsbidrag.events.PaymentBatchPrepared.Payment;
import se.statsbidrag.events.PaymentStatusReported;
import se.statsbidrag.events.PaymentsBooked;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.StreamAppend;
import se.statsbidrag.events.quarkus.Command;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.ProgrammeId;

/**
 * Takes in what the bank sends: a file that is not for us, or not whole, is refused as a whole; an entry that does not fit is
 * set aside with its reason; the same file again changes nothing.
 */
@ApplicationScoped
public class BankFiles {
    private final Ledgers ledgers;
    private final Programmes programmes;
    private final OrganisationPaymentDetails details;
    private final PaymentBatches batches;
    private final EventLog log;

    public BankFiles(
            Ledgers ledgers,
            Programmes programmes,
            OrganisationPaymentDetails details,
            PaymentBatches batches,
            EventLog log) {
        this.ledgers = ledgers;
        this.programmes = programmes;
        this.details = details;
        this.batches = batches;
        this.log = log;
    }

    /**
     * What a file came to in one programme.
     *
     * @param batch the batch that a status report is about; null for a statement
     * @param statuses what is known of payments by it
     * @param booked payments that left the account
     * @param repaid claims paid back
     * @param setAside what waits for a person
     */
    public record Share(
            ProgrammeId programme,
            @Nullable Integer batch,
            List<PaymentStatusReported.Status> statuses,
            List<PaymentsBooked.Entry> booked,
            List<ClaimRepaid> repaid,
            List<BankEntrySetAside> setAside) {}

    /**
     * What a file came to.
     *
     * @param message the file's identification
     * @param last the last event recorded for it
     */
    public record Taken(String message, String fileHash, List<Share> shares, EventReference last) {}

    /** @throws ProblemException 400 for what cannot be read, 422 for what is not for us or not whole, 409 for another file
     *     with an identification that was used */
    public Taken statusReport(Command command, byte[] file) {
        StatusReport report = read(file, StatusReportFile::read);
        String hash = PaymentFile.sha256(file);
        Loaded loaded = loaded().values().stream()
                .filter(each -> each.ledger().payments().sent(report.about()).isPresent())
                .findFirst()
                .orElseThrow(() -> Problems.invalid(
                        "OrgnlGrpInfAndSts/OrgnlMsgId",
                        report.about(),
                        "No file of that name was sent to the bank",
                        "Send reports about our own files alone"));
        Payments payments = loaded.ledger().payments();
        Optional<Payments.Taken<PaymentStatusReported>> earlier = payments.report(report.message());
        if (earlier.isPresent()) {
            requireSame(earlier.get().event().fileHash(), hash, report.message());
            return reported(loaded, report.message());
        }
        Batch batch = payments.sent(report.about()).orElseThrow();
        requireWhole(report, batch);
        append(command, List.of(loaded.append(array(BankAnswers.of(report, hash, batch, payments)))));
        return reported(ledgers.load(loaded.programme()), report.message());
    }

    /** @throws ProblemException as {@link #statusReport} */
    public Taken statement(Command command, byte[] file) {
        Statement statement = read(file, StatementFile::read);
        String hash = PaymentFile.sha256(file);
        SortedMap<ProgrammeId, Loaded> all = loaded();
        requireOwnAccounts(statement, all);
        List<Loaded> concerned = all.values().stream()
                .filter(each ->
                        each.ledger().payments().statement(statement.message()).isPresent())
                .toList();
        if (!concerned.isEmpty()) {
            for (Loaded each : concerned) {
                requireSame(
                        each.ledger()
                                .payments()
                                .statement(statement.message())
                                .orElseThrow()
                                .event()
                                .fileHash(),
                        hash,
                        statement.message());
            }
            return stated(concerned, statement.message());
        }
        Map<ProgrammeId, Ledger> books = new TreeMap<>();
        all.forEach((id, each) -> books.put(id, each.ledger()));
        SortedMap<ProgrammeId, List<LedgerEvent>> events =
                new TreeMap<>(BankAnswers.of(statement, hash, new BankAnswers.Books(books), home(all)));
        List<StreamAppend> appends = new ArrayList<>();
        events.forEach((id, each) -> appends.add(ledgers.load(id).append(array(each))));
        append(command, appends);
        return stated(events.keySet().stream().map(ledgers::load).toList(), statement.message());
    }

    private static <T> T read(byte[] file, Function<byte[], T> reader) {
        try {
            return reader.apply(file);
        } catch (UnusableFile e) {
            String message = String.valueOf(e.getMessage());
            throw e.readable()
                    ? Problems.invalid(e.field(), null, message, "Have the bank send the whole file again")
                    : Problems.unreadable(new Fault(
                            null, null, null, message, "Send the bank's file as it came, as application/xml"));
        }
    }

    private static void requireSame(String earlier, String hash, String message) {
        if (!earlier.equals(hash)) {
            throw Problems.conflict(
                            "Another file with the identification " + message + " was taken in before",
                            "Ask the bank which of them holds")
                    .inSwedish("En annan fil med samma beteckning har redan lästs in. Fråga banken vilken som gäller.");
        }
    }

    private static void requireWhole(StatusReport report, Batch batch) {
        List<Fault> faults = new ArrayList<>();
        long count = batch.event().payments().size();
        long sum = batch.event().payments().stream().mapToLong(Payment::amount).reduce(0, Math::addExact);
        long rejected = report.lines().stream()
                .filter(line -> line.verdict() == StatusReport.Verdict.REJECTED)
                .count();
        require(report.payments(), count, "OrgnlGrpInfAndSts/OrgnlNbOfTxs", "payments in our file", faults);
        require(report.sum(), sum, "OrgnlGrpInfAndSts/OrgnlCtrlSum", "kronor in our file", faults);
        if (!report.lines().isEmpty()) {
            require(report.rejected(), rejected, "NbOfTxsPerSts/DtldNbOfTxs", "rejected payments in it", faults);
        }
        if (!faults.isEmpty()) {
            throw Problems.invalid(faults);
        }
    }

    private static void require(@Nullable Long said, long there, String field, String what, List<Fault> faults) {
        if (said != null && said != there) {
            faults.add(Fault.of(
                    field,
                    said.toString(),
                    "There are " + there + " " + what + ": it is about another file, or not whole",
                    "Have the bank send the whole file again"));
        }
    }

    private void requireOwnAccounts(Statement statement, SortedMap<ProgrammeId, Loaded> all) {
        Set<String> own = new HashSet<>();
        details.find(batches.agency())
                .ifPresent(each -> own.add(each.set().details().number()));
        all.values()
                .forEach(loaded -> loaded.ledger()
                        .payments()
                        .batches()
                        .forEach(batch -> own.add(batch.event().from().number())));
        for (String account : statement.accounts()) {
            if (!own.contains(AccountNumbers.bare(account))) {
                throw Problems.invalid(
                        "Stmt/Acct/Id",
                        account,
                        "It is no account of the agency's",
                        "Send statements of its own alone");
            }
        }
    }

    /** The programme that answers for entries that name nothing known: the first that ordered payments. */
    private static ProgrammeId home(SortedMap<ProgrammeId, Loaded> all) {
        return all.values().stream()
                .filter(each -> !each.ledger().payments().batches().isEmpty())
                .map(Loaded::programme)
                .findFirst()
                .orElseThrow(() -> Problems.conflict("No payment was ever ordered", "Order payments first")
                        .inSwedish("Inga betalningar är beställda."));
    }

    private SortedMap<ProgrammeId, Loaded> loaded() {
        SortedMap<ProgrammeId, Loaded> loaded = new TreeMap<>();
        programmes.current().programmes().forEach(each -> loaded.put(each.id(), ledgers.load(each.id())));
        return loaded;
    }

    private void append(Command command, List<StreamAppend> appends) {
        log.append(appends, command.origin());
    }

    private static LedgerEvent[] array(List<LedgerEvent> events) {
        return events.toArray(LedgerEvent[]::new);
    }

    private static Taken reported(Loaded loaded, String message) {
        Payments.Taken<PaymentStatusReported> taken =
                loaded.ledger().payments().report(message).orElseThrow();
        Share share = new Share(
                loaded.programme(),
                taken.event().batch(),
                taken.event().statuses(),
                List.of(),
                List.of(),
                setAside(loaded, message));
        return new Taken(message, taken.event().fileHash(), List.of(share), last(loaded, message, taken.reference()));
    }

    private static Taken stated(List<Loaded> concerned, String message) {
        List<Share> shares = new ArrayList<>();
        @Nullable EventReference last = null;
        String hash = "";
        for (Loaded loaded : concerned) {
            Payments.Taken<PaymentsBooked> taken =
                    loaded.ledger().payments().statement(message).orElseThrow();
            hash = taken.event().fileHash();
            EventReference here = last(loaded, message, taken.reference());
            last = last == null || here.position() > last.position() ? here : last;
            shares.add(new Share(
                    loaded.programme(),
                    null,
                    List.of(),
                    taken.event().entries(),
                    loaded.ledger().claims().all().stream()
                            .flatMap(claim -> claim.repayments().stream())
                            .filter(each -> each.reference().startsWith(message + "/"))
                            .toList(),
                    setAside(loaded, message)));
        }
        if (last == null) {
            throw new IllegalStateException("recorded nowhere: " + message);
        }
        return new Taken(message, hash, shares, last);
    }

    private static List<BankEntrySetAside> setAside(Loaded loaded, String message) {
        return loaded.ledger().payments().setAside().stream()
                .map(Payments.SetAside::event)
                .filter(each -> each.file().equals(message))
                .toList();
    }

    private static EventReference last(Loaded loaded, String message, EventReference receipt) {
        return loaded.ledger().payments().setAside().stream()
                .filter(each -> each.event().file().equals(message))
                .map(Payments.SetAside::reference)
                .reduce(receipt, (one, other) -> other.position() > one.position() ? other : one);
    }
}
