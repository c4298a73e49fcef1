package se.statsbidrag.allocation.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.statsbidrag.allocation.application.Ledgers.Loaded;
import se.statsbidrag.allocation.application.OrganisationPaymentDetails.InForce;
import se.statsbidrag.allocation.bank.PaymentFile;
import se.statsbidrag.allocation.domain.ledger.Block;
import se.statsbidrag.allocation.domain.ledger.Ledger;
import se.statsbidrag.allocation.domain.ledger.Payments.Batch;
import se.statsbidrag.allocation.domain.ledger.Payments.BatchState;
import se.statsbidrag.allocation.domain.payment.PaymentOrders;
import se.statsbidrag.allocation.domain.payment.PaymentOrders.LeftOut;
import se.statsbidrag.events.PaymentBatchApproved;
import se.statsbidrag.events.PaymentBatchPrepared;
import se.statsbidrag.events.PaymentBatchReturned;
import se.statsbidrag.events.PaymentDetailsSet;
import se.statsbidrag.events.deadline.BankDays;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.quarkus.Command;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.OrganisationNumber;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** Orders to pay what is decided: prepared by one person, approved against the file by another. */
@ApplicationScoped
public class PaymentBatches {
    private static final int LONGEST_NAME = 24;
    private static final int KEPT_OF_A_LONG_NAME = 15;
    private static final String RETURN_IT = "Return the batch, and prepare another";

    private final Ledgers ledgers;
    private final OrganisationPaymentDetails details;
    private final OrganisationNumber agency;

    public PaymentBatches(
            Ledgers ledgers,
            OrganisationPaymentDetails details,
            @ConfigProperty(name = "statsbidrag.agency.organisation-number") String agency) {
        this.ledgers = ledgers;
        this.details = details;
        this.agency = new OrganisationNumber(agency);
    }

    /**
     * A batch as it stands after a command.
     *
     * @param leftOut those with a decision that it does not pay
     * @param event the last event recorded
     */
    public record Outcome(Batch batch, List<LeftOut> leftOut, RecordedEvent event) {}

    /** The agency, which pays. */
    public OrganisationNumber agency() {
        return agency;
    }

    /**
     * Prepares a batch of all that is decided and not yet ordered.
     *
     * @param decisions numbers of those to be paid; empty for all
     * @param lateReason why it is paid after the programme's year (R-K2b); empty for none
     * @throws ProblemException 422 for a day on which no bank pays, 409 when nothing is to be paid
     */
    public Outcome prepare(
            Command command, Calculation calculation, LocalDate day, List<Integer> decisions, String lateReason) {
        ProgrammeDefinition definition = calculation.definition();
        Loaded loaded = ledgers.load(definition.id());
        List<Fault> faults = new ArrayList<>();
        requireDay(day, today(command), faults);
        boolean late = day.getYear() > definition.period().to().getYear();
        if (late && lateReason.isEmpty()) {
            faults.add(Fault.of(
                            "latePaymentReason",
                            null,
                            "The day lies after the programme's year: that needs a person's decision (R-K2b)",
                            "Say why it is paid so late")
                    .inSwedish("Dagen ligger efter bidragsåret. Skriv varför det betalas så sent."));
        }
        requireKnown(decisions, loaded.ledger(), faults);
        if (!faults.isEmpty()) {
            throw Problems.invalid(faults);
        }
        PaymentDetailsSet from = details.find(agency)
                .map(InForce::set)
                .orElseThrow(() -> Problems.conflict(
                                "Nobody has said which account the agency pays from",
                                "Set the payment details of " + agency + " first")
                        .inSwedish("Myndighetens eget konto saknas. Lägg upp betalningsuppgifter för " + agency + "."));
        int number = loaded.ledger().payments().next();
        String message = name(definition.id()) + "-" + number;
        PaymentOrders.Selection selection = PaymentOrders.select(
                loaded.ledger(), decisions, blocks(calculation, loaded.ledger(), day), detailsOf(definition), message);
        if (selection.payments().isEmpty()) {
            throw Problems.conflicts(nothing(selection.leftOut()));
        }
        PaymentBatchPrepared unhashed = new PaymentBatchPrepared(
                definition.id(),
                number,
                message,
                command.receivedAt(),
                day,
                late ? lateReason : "",
                agency,
                from.name(),
                from.details(),
                selection.payments(),
                "");
        PaymentBatchPrepared prepared = hashed(unhashed, PaymentFile.sha256(PaymentFile.of(unhashed)));
        return outcome(definition.id(), number, selection.leftOut(), ledgers.append(command, loaded, prepared));
    }

    /**
     * Approves a batch: its file goes to the bank.
     *
     * @param fileHash SHA-256 of the file that the second person saw, 64 hexadecimal digits
     * @throws ProblemException 409 for the person who prepared it, for another file, or when something bars a payment by
     *     now
     */
    public Outcome approve(Command command, Calculation calculation, int number, String fileHash, String reason) {
        ProgrammeDefinition definition = calculation.definition();
        Loaded loaded = ledgers.load(definition.id());
        Batch batch = requirePrepared(loaded, number);
        if (batch.preparedBy().equals(command.caller().subject())) {
            throw Problems.samePerson();
        }
        if (!fileHash.equals(batch.event().fileHash()) || !fileHash.equals(PaymentFile.sha256(file(batch)))) {
            throw Problems.conflict(
                            "The batch's file has the SHA-256 " + batch.event().fileHash(),
                            "Read the file again, and approve the one that you have read")
                    .inSwedish("Kontrollsumman är inte filens. Läs filen igen och godkänn den du har läst.");
        }
        List<Fault> faults = changed(batch.event(), calculation, loaded.ledger(), today(command));
        if (!faults.isEmpty()) {
            throw Problems.conflicts(faults);
        }
        RecordedEvent event =
                ledgers.append(command, loaded, new PaymentBatchApproved(definition.id(), number, fileHash, reason));
        return outcome(definition.id(), number, List.of(), event);
    }

    /** Gives a batch back that is not approved; its payments are to be ordered anew. */
    public Outcome giveBack(Command command, ProgrammeId programme, int number, String reason) {
        Loaded loaded = ledgers.load(programme);
        requirePrepared(loaded, number);
        RecordedEvent event = ledgers.append(command, loaded, new PaymentBatchReturned(programme, number, reason));
        return outcome(programme, number, List.of(), event);
    }

    public Optional<Batch> find(ProgrammeId programme, int number) {
        return ledgers.load(programme).ledger().payments().batch(number);
    }

    /**
     * A batch's file, made again from its event.
     *
     * @throws IllegalStateException when it is not the file that was prepared: it must not be sent
     */
    public byte[] file(Batch batch) {
        byte[] file = PaymentFile.of(batch.event());
        if (!PaymentFile.sha256(file).equals(batch.event().fileHash())) {
            throw new IllegalStateException(
                    "the file of batch " + batch.event().message() + " is not the one that was prepared");
        }
        return file;
    }

    private List<Fault> changed(PaymentBatchPrepared batch, Calculation calculation, Ledger ledger, LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        Map<RecipientCode, List<Block>> blocks = blocks(calculation, ledger, batch.executionDate());
        Map<RecipientCode, PaymentDetailsSet> now = detailsOf(calculation.definition());
        if (batch.executionDate().isBefore(today)) {
            faults.add(Fault.of("executionDate", batch.executionDate().toString(), "The day has passed", RETURN_IT)
                    .inSwedish("Betalningsdagen har passerat."));
        }
        if (!ledger.appropriation().hasCover()) {
            faults.add(Fault.of("batch", batch.message(), "The money went back to the state", RETURN_IT)
                    .inSwedish("Medlen är återbetalda till staten: täckning saknas."));
        }
        if (!details.find(agency).map(each -> each.set().details()).equals(Optional.of(batch.from()))) {
            faults.add(Fault.of("from", batch.from().number(), "The agency pays from another account now", RETURN_IT)
                    .inSwedish("Myndighetens konto har ändrats sedan bunten gjordes."));
        }
        for (PaymentBatchPrepared.Payment payment : batch.payments()) {
            blocks.getOrDefault(payment.recipient(), List.of())
                    .forEach(block -> faults.add(
                            Fault.of("payments", payment.id(), "Payment is barred: " + block.text(), RETURN_IT)
                                    .inSwedish(block.text())));
            PaymentDetailsSet to = now.get(payment.recipient());
            if (to == null || !to.details().equals(payment.to())) {
                faults.add(Fault.of("payments", payment.id(), "The recipient has another account now", RETURN_IT)
                        .inSwedish("Mottagarens konto har ändrats sedan bunten gjordes."));
            }
        }
        return faults;
    }

    private static Batch requirePrepared(Loaded loaded, int number) {
        Batch batch = loaded.ledger()
                .payments()
                .batch(number)
                .orElseThrow(() ->
                        Problems.notFound("payment batch " + number + " of programme '" + loaded.programme() + "'"));
        if (batch.state() != BatchState.PREPARED) {
            throw Problems.conflict("The batch is " + batch.state(), "There is nothing left to do with it")
                    .inSwedish("Bunten är redan godkänd eller återlämnad.");
        }
        return batch;
    }

    private static void requireDay(LocalDate day, LocalDate today, List<Fault> faults) {
        if (day.isBefore(today)) {
            faults.add(Fault.of("executionDate", day.toString(), "The day has passed", "Name today or a later bank day")
                    .inSwedish("Dagen har passerat."));
        } else if (!BankDays.isBankDay(day)) {
            faults.add(Fault.of(
                            "executionDate",
                            day.toString(),
                            "No Swedish bank pays on that day",
                            "Name a bank day, such as " + BankDays.after(day, 1))
                    .inSwedish("Dagen är ingen bankdag. Nästa är " + BankDays.after(day, 1) + "."));
        }
    }

    private static void requireKnown(List<Integer> decisions, Ledger ledger, List<Fault> faults) {
        for (int index = 0; index < decisions.size(); index++) {
            if (ledger.decisions().find(decisions.get(index)).isEmpty()) {
                faults.add(Fault.of(
                        "decisions[" + index + "]",
                        String.valueOf(decisions.get(index)),
                        "The programme has decided nothing under that number",
                        "Name decisions that are approved"));
            }
        }
    }

    private static List<Fault> nothing(List<LeftOut> leftOut) {
        List<Fault> faults = new ArrayList<>();
        leftOut.forEach(each -> each.reasons()
                .forEach(reason -> faults.add(
                        Fault.of("decisions", each.recipient().value(), english(reason), "See to it, and prepare again")
                                .inSwedish(swedish(reason)))));
        if (faults.isEmpty()) {
            faults.add(Fault.of("decisions", null, "All that is decided is ordered", "Decide more first")
                    .inSwedish("Allt som är beslutat är redan beställt."));
        }
        return faults;
    }

    private static String english(PaymentOrders.Reason reason) {
        return switch (reason) {
            case PaymentOrders.Reason.Barred(Block block) -> "Payment is barred: " + block.text();
            case PaymentOrders.Reason.NoDetails _ -> "Nobody has said where the organisation is paid";
            case PaymentOrders.Reason.NoCover _ -> "The programme's money went back to the state: there is no cover";
            case PaymentOrders.Reason.NothingLeft _ -> "What is set off is as much as what is to be paid";
        };
    }

    /** Why a batch does not pay, as people read it. */
    public static String swedish(PaymentOrders.Reason reason) {
        return switch (reason) {
            case PaymentOrders.Reason.Barred(Block block) -> block.text();
            case PaymentOrders.Reason.NoDetails _ -> "Betalningsuppgifter saknas";
            case PaymentOrders.Reason.NoCover _ -> "Medlen är återbetalda till staten: täckning saknas";
            case PaymentOrders.Reason.NothingLeft _ -> "Inget återstår att betala";
        };
    }

    private static SortedMap<RecipientCode, List<Block>> blocks(Calculation calculation, Ledger ledger, LocalDate day) {
        return Block.on(day, calculation.definition(), calculation.conditions(), ledger.holds());
    }

    private Map<RecipientCode, PaymentDetailsSet> detailsOf(ProgrammeDefinition definition) {
        Map<RecipientCode, PaymentDetailsSet> found = new TreeMap<>();
        Map<OrganisationNumber, Optional<InForce>> read = new HashMap<>();
        for (Recipient recipient : definition.recipients()) {
            OrganisationNumber organisation = recipient.organisationNumber();
            if (organisation != null) {
                read.computeIfAbsent(organisation, details::find)
                        .ifPresent(each -> found.put(recipient.code(), each.set()));
            }
        }
        return found;
    }

    private Outcome outcome(ProgrammeId programme, int number, List<LeftOut> leftOut, RecordedEvent event) {
        return new Outcome(find(programme, number).orElseThrow(), leftOut, event);
    }

    private static LocalDate today(Command command) {
        return LocalDate.ofInstant(command.receivedAt(), DeadlineDay.SWEDEN);
    }

    /** A programme's name as part of an identification, which ISO 20022 limits to 35 characters. */
    private static String name(ProgrammeId programme) {
        String name = programme.value();
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, KEPT_OF_A_LONG_NAME)
                        + PaymentFile.sha256(name.getBytes(StandardCharsets.UTF_8))
                                .substring(0, LONGEST_NAME - KEPT_OF_A_LONG_NAME);
    }

    private static PaymentBatchPrepared hashed(PaymentBatchPrepared batch, String fileHash) {
        return new PaymentBatchPrepared(
                batch.programme(),
                batch.batch(),
                batch.message(),
                batch.createdAt(),
                batch.executionDate(),
                batch.latePaymentReason(),
                batch.agency(),
                batch.payer(),
                batch.from(),
                batch.payments(),
                fileHash);
    }
}
