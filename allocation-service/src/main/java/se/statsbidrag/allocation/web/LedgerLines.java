package se.statsbidrag.allocation.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.application.Ledgers;
import se.statsbidrag.allocation.application.RepaymentClaims;
import se.statsbidrag.allocation.domain.ledger.Entry;
import se.statsbidrag.events.ActApproved;
import se.statsbidrag.events.ActProposed;
import se.statsbidrag.events.ActReturned;
import se.statsbidrag.events.BankEntrySetAside;
import se.statsbidrag.events.BankEntrySettled;
import se.statsbidrag.events.ClaimAnswered;
import se.statsbidrag.events.ClaimDecided;
import se.statsbidrag.events.ClaimInvoiced;
import se.statsbidrag.events.ClaimNotified;
import se.statsbidrag.events.ClaimProposed;
import se.statsbidrag.events.ClaimRepaid;
import se.statsbidrag.events.ClaimWithdrawn;
import se.statsbidrag.events.LedgerEvent;
import se.statsbidrag.events.PaymentBatchApproved;
import se.statsbidrag.events.PaymentBatchPrepared;
import se.statsbidrag.events.PaymentBatchReturned;
import se.statsbidrag.events.PaymentHeld;
import se.statsbidrag.events.PaymentHoldReleased;
import se.statsbidrag.events.PaymentStatusReported;
import se.statsbidrag.events.PaymentsBooked;
import se.statsbidrag.events.PayoutsDecided;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.events.quarkus.People;
import se.statsbidrag.rules.plan.Swedish;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** Tells event by event what happened to a recipient's money, and to a claim. */
@ApplicationScoped
class LedgerLines {
    private final Ledgers ledgers;
    private final RepaymentClaims claims;
    private final People people;
    private final CurrentCaller caller;
    private final MoneyTexts texts;

    LedgerLines(Ledgers ledgers, RepaymentClaims claims, People people, CurrentCaller caller, MoneyTexts texts) {
        this.ledgers = ledgers;
        this.claims = claims;
        this.people = people;
        this.caller = caller;
        this.texts = texts;
    }

    /** What an event says; the amount is null where it is not about one. */
    private record Told(String what, @Nullable Long amount, String detail) {}

    /** What happened to a claim; the agency's own proposals and returns show to those who read everybody's alone. */
    List<HistoryLine> ofClaim(ProgrammeId programme, int claim) {
        List<HistoryLine> lines = new ArrayList<>();
        for (Entry entry : ledgers.entries(programme)) {
            Told told = ofClaim(entry.event(), claim);
            if (told != null) {
                lines.add(line(entry, told));
            }
        }
        if (caller.get().readsAll()) {
            claims.secondPersons(programme, claim).forEach(event -> lines.add(proposal(event)));
        }
        lines.sort(Comparator.comparing(HistoryLine::reference));
        return named(lines);
    }

    /** What was decided, ordered, paid, stopped and claimed back of a recipient's money, in its order. */
    List<HistoryLine> ofRecipient(ProgrammeId programme, RecipientCode recipient) {
        Known known = new Known(
                recipient, new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
        List<HistoryLine> lines = new ArrayList<>();
        for (Entry entry : ledgers.entries(programme)) {
            told(entry, known).forEach(told -> lines.add(line(entry, told)));
        }
        return named(lines);
    }

    /** What belongs to a recipient, by the numbers that later events name. */
    private record Known(
            RecipientCode recipient,
            Set<String> payments,
            Set<Integer> batches,
            Set<Integer> holds,
            Set<Integer> claims,
            Set<Long> setAside) {}

    private List<Told> told(Entry entry, Known known) {
        LedgerEvent event = entry.event();
        return switch (event) {
            case PayoutsDecided decided -> {
                long amount = decided.lines().stream()
                        .filter(line -> line.recipient().equals(known.recipient()))
                        .mapToLong(PayoutsDecided.Line::amount)
                        .reduce(0, Math::addExact);
                yield amount == 0
                        ? List.of()
                        : List.of(new Told(
                                texts.say("Utbetalning beslutades", "Payment decided"),
                                amount,
                                decided.caseNumber() + ". " + decided.reason()));
            }
            case PaymentHeld held
            when held.recipient().equals(known.recipient()) -> {
                known.holds().add(held.hold());
                yield List.of(new Told(texts.say("Utbetalningar stoppades", "Payments stopped"), null, held.reason()));
            }
            case PaymentHoldReleased released
            when known.holds().contains(released.hold()) ->
                List.of(new Told(texts.say("Stoppet hävdes", "Stop lifted"), null, released.reason()));
            case PaymentBatchPrepared prepared -> {
                List<Told> own = new ArrayList<>();
                prepared.payments().stream()
                        .filter(each -> each.recipient().equals(known.recipient()))
                        .forEach(each -> {
                            known.payments().add(each.id());
                            known.batches().add(prepared.batch());
                            own.add(new Told(
                                    texts.say("Betalning förbereddes", "Payment prepared"), each.amount(), each.id()));
                        });
                yield own;
            }
            case PaymentBatchApproved approved
            when known.batches().contains(approved.batch()) ->
                List.of(new Told(
                        texts.say("Filen till banken godkändes", "File to the bank approved"),
                        null,
                        approved.reason()));
            case PaymentBatchReturned returned
            when known.batches().contains(returned.batch()) ->
                List.of(new Told(texts.say("Betalningen återlämnades", "Payment given back"), null, returned.reason()));
            case PaymentStatusReported reported ->
                reported.statuses().stream()
                        .filter(each -> known.payments().contains(each.payment()))
                        .map(each -> new Told(
                                each.accepted()
                                        ? texts.say("Banken tog emot betalningen", "The bank accepted the payment")
                                        : texts.say("Banken avvisade betalningen", "The bank rejected the payment"),
                                null,
                                (each.payment() + " " + each.code()).strip()))
                        .toList();
            case PaymentsBooked booked ->
                booked.entries().stream()
                        .filter(each -> known.payments().contains(each.payment()))
                        .map(each -> new Told(
                                texts.say("Betalt enligt kontoutdrag", "Paid by the bank’s statement"),
                                each.amount(),
                                each.payment() + ", " + each.day()))
                        .toList();
            case BankEntrySetAside aside
            when known.payments().contains(aside.payment()) -> {
                known.setAside().add(entry.reference().position());
                yield List.of(new Told(
                        texts.say("Bankens post ställdes åt sidan", "The bank’s entry was set aside"),
                        aside.amount(),
                        aside.fault()));
            }
            case BankEntrySettled settled
            when known.setAside().contains(settled.entry()) ->
                List.of(new Told(
                        texts.say("Bankens post utreddes", "The bank’s entry was settled"), null, settled.reason()));
            case ClaimProposed proposed
            when proposed.recipient().equals(known.recipient()) -> {
                known.claims().add(proposed.claim());
                yield ofClaim(event, known.claims());
            }
            default -> ofClaim(event, known.claims());
        };
    }

    private List<Told> ofClaim(LedgerEvent event, Set<Integer> numbers) {
        for (int number : numbers) {
            Told told = ofClaim(event, number);
            if (told != null) {
                return List.of(told);
            }
        }
        return List.of();
    }

    private @Nullable Told ofClaim(LedgerEvent event, int claim) {
        return switch (event) {
            case ClaimProposed each
            when each.claim() == claim ->
                new Told(texts.say("Återkrav föreslogs", "Claim proposed"), each.amount(), each.reason());
            case ClaimNotified each
            when each.claim() == claim ->
                new Told(
                        texts.say("Mottagaren underrättades", "Recipient told"),
                        null,
                        "Svar senast " + each.answerBy() + because(each.reason()));
            case ClaimAnswered each
            when each.claim() == claim ->
                new Told(texts.say("Mottagaren svarade", "Recipient answered"), null, each.answer());
            case ClaimDecided each
            when each.claim() == claim ->
                new Told(
                        texts.say("Återkravet beslutades", "Claim decided"),
                        each.claimed(),
                        each.caseNumber() + (each.waived() == 0 ? "" : ", efterskänkt " + Swedish.kronor(each.waived()))
                                + ". " + each.reason());
            case ClaimWithdrawn each
            when each.claim() == claim ->
                new Told(texts.say("Återkravet togs tillbaka", "Claim taken back"), null, each.reason());
            case ClaimInvoiced each
            when each.claim() == claim ->
                new Told(
                        texts.say("Faktura skickades", "Invoiced"),
                        null,
                        each.invoice() + ", förfaller " + each.due() + because(each.reason()));
            case ClaimRepaid each
            when each.claim() == claim ->
                new Told(
                        texts.say("Återbetalt", "Repaid"),
                        each.amount(),
                        each.reference() + ", " + each.day() + because(each.reason()));
            default -> null;
        };
    }

    /** Nothing for what no person gave a reason for. */
    private static String because(String reason) {
        return reason.isEmpty() ? "" : ". " + reason;
    }

    private HistoryLine proposal(DecodedEvent event) {
        Told told = switch (event.event()) {
            case ActProposed each -> new Told(texts.say("Beslut föreslogs", "Decision proposed"), null, each.reason());
            case ActApproved each ->
                new Told(texts.say("Förslaget godkändes", "Proposal approved"), null, each.reason());
            case ActReturned each ->
                new Told(texts.say("Förslaget återlämnades", "Proposal returned"), null, each.reason());
            default -> throw new IllegalStateException("no act of two persons: " + event.event());
        };
        return line(
                event.recorded().recordedAt(),
                event.recorded().actor(),
                told,
                event.recorded().reference());
    }

    private static HistoryLine line(Entry entry, Told told) {
        return line(entry.recordedAt(), entry.actor(), told, entry.reference());
    }

    private static HistoryLine line(Instant at, String who, Told told, EventReference reference) {
        return new HistoryLine(at, who, told.what(), told.amount(), told.detail(), reference);
    }

    private List<HistoryLine> named(List<HistoryLine> lines) {
        boolean staff = caller.get().readsAll();
        Map<String, String> names = staff
                ? people.names(lines.stream().map(HistoryLine::who).distinct().toList())
                : new HashMap<>();
        return lines.stream()
                .map(each -> new HistoryLine(
                        each.at(),
                        staff ? names.getOrDefault(each.who(), each.who()) : "",
                        each.what(),
                        each.amount(),
                        each.detail(),
                        each.reference()))
                .toList();
    }
}
