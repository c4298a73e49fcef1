package se.statsbidrag.allocation.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.api.AppropriationDocument;
import se.statsbidrag.allocation.api.AppropriationResource;
import se.statsbidrag.allocation.web.MoneyConsequences.Change;
import se.statsbidrag.events.AppropriationReceived;
import se.statsbidrag.events.AppropriationRepaid;
import se.statsbidrag.events.AppropriationRequisitioned;
import se.statsbidrag.events.LedgerEvent;
import se.statsbidrag.events.OwnCostBooked;
import se.statsbidrag.events.access.Role;
import se.statsbidrag.events.quarkus.BusinessClock;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.pages.Form;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.value.ProgrammeId;

/** Puts together the page of the agency's own account; computes no money. */
@ApplicationScoped
class AccountPages {
    static final String REQUISITION = "requisition";
    static final String RECEIPT = "receipts";
    static final String OWN_COST = "own-costs";
    static final String REPAYMENT = "repayments";

    private final Programmes programmes;
    private final AppropriationResource operations;
    private final MoneyConsequences consequences;
    private final CurrentCaller caller;
    private final BusinessClock clock;
    private final MoneyTexts texts;

    AccountPages(
            Programmes programmes,
            AppropriationResource operations,
            MoneyConsequences consequences,
            CurrentCaller caller,
            BusinessClock clock,
            MoneyTexts texts) {
        this.programmes = programmes;
        this.operations = operations;
        this.consequences = consequences;
        this.caller = caller;
        this.clock = clock;
        this.texts = texts;
    }

    /** @param form the act that was sent and not recorded, or whose consequences were asked for */
    AccountPage of(String programme, String done, Form form) {
        AppropriationDocument facts = operations.appropriation(programme, null);
        ProgrammeDefinition definition =
                programmes.require(new ProgrammeId(programme)).definition();
        LocalDate today = LocalDate.ofInstant(clock.instant(), DeadlineDay.SWEDEN);
        return new AccountPage(
                programme,
                texts.title(definition.title()),
                facts,
                terms(facts),
                days(facts, today),
                booked(facts),
                caller.get().is(Role.ECONOMIST),
                acts(facts, definition, today, form),
                today.toString(),
                done,
                form);
    }

    private List<AccountPage.Term> terms(AppropriationDocument facts) {
        return List.of(
                new AccountPage.Term("", texts.say("Mottaget", "Received"), facts.received()),
                new AccountPage.Term("−", texts.say("Betalt till mottagarna", "Paid to recipients"), facts.paid()),
                new AccountPage.Term(
                        "+", texts.say("Återbetalt av mottagarna", "Repaid by recipients"), facts.repaidByRecipients()),
                new AccountPage.Term("−", texts.say("Egna kostnader", "The agency’s own cost"), facts.ownCost()),
                new AccountPage.Term("−", texts.say("Återlämnat", "Returned"), facts.returned()));
    }

    private List<AccountPage.Day> days(AppropriationDocument facts, LocalDate today) {
        List<AccountPage.Day> days = new ArrayList<>();
        LocalDate requisitionBy = facts.requisitionBy();
        if (requisitionBy != null) {
            AppropriationDocument.Requisitioned requisitioned = facts.requisitioned();
            days.add(new AccountPage.Day(
                    texts.say("Rekvirera medlen", "Requisition the money"),
                    requisitionBy,
                    requisitioned == null ? "" : texts.say("gjort ", "done ") + requisitioned.day(),
                    requisitioned == null && today.isAfter(requisitionBy)));
        }
        days.add(new AccountPage.Day(texts.say("Betala ut", "Pay out"), facts.payBy(), "", false));
        LocalDate accountBy = facts.accountBy();
        if (accountBy != null) {
            days.add(new AccountPage.Day(
                    texts.say("Redovisa och återlämna det som är kvar", "Account, and return what is left"),
                    accountBy,
                    facts.settled()
                            ? texts.say("gjort ", "done ")
                                    + facts.repayments().getFirst().day()
                            : "",
                    !facts.settled() && today.isAfter(accountBy)));
        }
        return days;
    }

    private List<AccountPage.Booked> booked(AppropriationDocument facts) {
        List<AccountPage.Booked> booked = new ArrayList<>();
        AppropriationDocument.Requisitioned requisitioned = facts.requisitioned();
        if (requisitioned != null) {
            booked.add(new AccountPage.Booked(
                    texts.say("Rekvirerat", "Requisitioned"),
                    requisitioned.day(),
                    requisitioned.amount(),
                    requisitioned.decisionNumber(),
                    ""));
        }
        facts.receipts()
                .forEach(each -> booked.add(new AccountPage.Booked(
                        texts.say("Mottaget", "Received"), each.day(), each.amount(), each.reference(), "")));
        facts.ownCosts()
                .forEach(each -> booked.add(new AccountPage.Booked(
                        texts.say("Egen kostnad", "Own cost"),
                        each.day(),
                        each.amount(),
                        each.reference(),
                        each.text())));
        facts.repayments()
                .forEach(each -> booked.add(new AccountPage.Booked(
                        texts.say("Återlämnat", "Returned"), each.day(), each.amount(), each.reference(), "")));
        booked.sort(Comparator.comparing(AccountPage.Booked::day));
        return booked;
    }

    private List<AccountPage.Act> acts(
            AppropriationDocument facts, ProgrammeDefinition definition, LocalDate today, Form form) {
        AppropriationDocument.Requisitioned requisitioned = facts.requisitioned();
        long receivable = requisitioned == null ? 0 : requisitioned.amount() - facts.received();
        List<AccountPage.Act> acts = new ArrayList<>();
        if (requisitioned == null) {
            acts.add(act(
                    REQUISITION,
                    texts.say("Rekvirera medlen", "Requisition the money"),
                    texts.say(
                                    "En gång, inom ramen. Rekvisitionen anger beslutets nummer ",
                                    "Once, within the frame. The requisition cites the decision’s number ")
                            + facts.decisionNumber() + ".",
                    facts.frame(),
                    "",
                    texts.say("Rekvirera", "Requisition"),
                    form,
                    definition,
                    today));
        }
        if (receivable > 0) {
            acts.add(act(
                    RECEIPT,
                    texts.say("Bokför mottagna medel", "Book money received"),
                    texts.say("Aldrig mer än det som är rekvirerat.", "Never more than was requisitioned."),
                    receivable,
                    String.valueOf(receivable),
                    texts.say("Bokför mottaget", "Book as received"),
                    form,
                    definition,
                    today));
        }
        if (facts.received() > 0 && !facts.settled()) {
            acts.add(act(
                    OWN_COST,
                    texts.say("Bokför en egen kostnad", "Book an own cost"),
                    texts.say("Minusbelopp rättar en tidigare kostnad.", "An amount below 0 corrects an earlier cost."),
                    Math.max(0, Math.min(facts.ownCostAtMost() - facts.ownCost(), facts.left())),
                    "",
                    texts.say("Bokför kostnaden", "Book the cost"),
                    form,
                    definition,
                    today));
        }
        if (facts.received() > 0 && !facts.closed()) {
            acts.add(act(
                    REPAYMENT,
                    texts.say("Redovisa och återlämna det som är kvar", "Account, and return what is left"),
                    texts.say(
                            "Allt som är kvar, även 0. Sedan finns ingen täckning för fler betalningar.",
                            "All that is left, 0 included. After it, more to pay has no cover."),
                    facts.left(),
                    String.valueOf(facts.left()),
                    texts.say("Redovisa och återlämna", "Account and return"),
                    form,
                    definition,
                    today));
        }
        return acts;
    }

    private AccountPage.Act act(
            String name,
            String title,
            String hint,
            long room,
            String proposed,
            String button,
            Form form,
            ProgrammeDefinition definition,
            LocalDate today) {
        Form own = form.of(name);
        return new AccountPage.Act(
                name,
                title,
                hint,
                room,
                proposed,
                !name.equals(REQUISITION),
                name.equals(OWN_COST),
                button,
                own,
                changes(name, own, definition, today));
    }

    private @Nullable List<Change> changes(String name, Form form, ProgrammeDefinition definition, LocalDate today) {
        if (form.isWrong() || !Kronor.isWhole(form.value("amount"))) {
            return null;
        }
        long amount = Kronor.required("amount", form.value("amount"));
        String decision = definition.decision().caseNumber();
        LedgerEvent event = switch (name) {
            case REQUISITION -> new AppropriationRequisitioned(definition.id(), amount, today, decision);
            case RECEIPT -> new AppropriationReceived(definition.id(), amount, today, "");
            case OWN_COST -> new OwnCostBooked(definition.id(), amount, today, "", "");
            default -> new AppropriationRepaid(definition.id(), amount, today, decision, "");
        };
        return consequences.ofAccount(definition, event);
    }
}
