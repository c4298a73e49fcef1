package se.statsbidrag.allocation.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.statsbidrag.allocation.application.Ledgers;
import se.statsbidrag.allocation.application.PaymentsOverview;
import se.statsbidrag.allocation.application.PaymentsOverview.Overview;
import se.statsbidrag.allocation.domain.ledger.Payments;
import se.statsbidrag.allocation.domain.ledger.Payments.BatchState;
import se.statsbidrag.allocation.domain.payment.Reconciliation.Sums;
import se.statsbidrag.allocation.read.PlanQueries;
import se.statsbidrag.events.BankEntrySetAside;
import se.statsbidrag.events.PaymentBatchPrepared;
import se.statsbidrag.events.access.Role;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.pages.Form;
import se.statsbidrag.pages.Language;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.value.ProgrammeId;

/** Puts together the pages of payments; computes no money. */
@ApplicationScoped
class PaymentsPages {
    private final PlanQueries queries;
    private final Programmes programmes;
    private final Ledgers ledgers;
    private final PaymentsOverview overview;
    private final CurrentCaller caller;
    private final Language language;

    PaymentsPages(
            PlanQueries queries,
            Programmes programmes,
            Ledgers ledgers,
            PaymentsOverview overview,
            CurrentCaller caller,
            Language language) {
        this.queries = queries;
        this.programmes = programmes;
        this.ledgers = ledgers;
        this.overview = overview;
        this.caller = caller;
        this.language = language;
    }

    PaymentsPage of(String programme, String done, Form form) {
        ProgrammeId id = queries.requireProgramme(programme);
        ProgrammeDefinition definition = programmes.require(id).definition();
        Map<String, String> names = new HashMap<>();
        definition.recipients().forEach(each -> names.put(each.code().value(), each.name()));
        Overview found = overview.of(id);
        boolean economist = caller.get().is(Role.ECONOMIST);
        return new PaymentsPage(
                programme,
                language.say(definition.title().swedish(), definition.title().english()),
                row("", "", found.total(), found.faults()),
                found.agrees(),
                found.faults(),
                ledgers.load(id).ledger().payments().batches().reversed().stream()
                        .map(each -> batch(each, economist))
                        .toList(),
                found.agreements().stream()
                        .map(each -> row(
                                each.recipient().value(),
                                names.getOrDefault(each.recipient().value(), ""),
                                each.sums(),
                                each.faults()))
                        .toList(),
                found.suspected().stream()
                        .map(each -> String.join(", ", each.payments()))
                        .toList(),
                found.setAside().stream().map(PaymentsPages::entry).toList(),
                economist,
                done,
                form);
    }

    private PaymentsPage.Batch batch(Payments.Batch batch, boolean economist) {
        PaymentBatchPrepared event = batch.event();
        boolean waits = batch.state() == BatchState.PREPARED;
        return new PaymentsPage.Batch(
                event.batch(),
                event.executionDate(),
                batch.state().name().toLowerCase(java.util.Locale.ROOT),
                switch (batch.state()) {
                    case PREPARED -> language.say("Väntar på godkännande", "Waits for approval");
                    case APPROVED -> language.say("Skickad till banken", "Sent to the bank");
                    case RETURNED -> language.say("Återlämnad", "Given back");
                },
                event.payments().size(),
                event.payments().stream()
                        .mapToLong(PaymentBatchPrepared.Payment::amount)
                        .reduce(0, Math::addExact),
                event.fileHash(),
                event.latePaymentReason().isEmpty() ? null : event.latePaymentReason(),
                waits && economist,
                waits && economist && !batch.preparedBy().equals(caller.get().subject()));
    }

    private static PaymentsPage.BankEntry entry(Payments.SetAside entry) {
        BankEntrySetAside event = entry.event();
        return new PaymentsPage.BankEntry(
                entry.reference().position(),
                event.file(),
                event.reference(),
                event.payment(),
                !event.outgoing() && !event.payment().isEmpty(),
                event.amount(),
                event.fault());
    }

    private static PaymentsPage.Row row(String code, String name, Sums sums, List<String> faults) {
        return new PaymentsPage.Row(
                code,
                name,
                sums.decided(),
                sums.notOrdered(),
                Math.addExact(sums.onItsWay(), sums.prepared()),
                sums.rejected(),
                sums.paid(),
                faults.isEmpty(),
                faults);
    }
}
