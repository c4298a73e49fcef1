package se.statsbidrag.requisition.web.desk;

import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.access.Role;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.BusinessClock;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.pages.Form;
import se.statsbidrag.requisition.api.Refusals;
import se.statsbidrag.requisition.api.RequisitionCommands;
import se.statsbidrag.requisition.domain.Decision;
import se.statsbidrag.requisition.domain.LateArrivalState;
import se.statsbidrag.requisition.domain.RequisitionCommand;
import se.statsbidrag.requisition.domain.WaitingItem.WaitsFor;
import se.statsbidrag.requisition.read.LateArrivalList;
import se.statsbidrag.requisition.read.LateArrivalView;
import se.statsbidrag.requisition.read.RequisitionView;
import se.statsbidrag.requisition.read.WaitingList;
import se.statsbidrag.requisition.read.WaitingView;
import se.statsbidrag.requisition.web.desk.DeskRows.ApprovalRow;
import se.statsbidrag.requisition.web.desk.DeskRows.Choice;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.programme.Shares;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** Puts the desk's lists of requisitions together. */
@RequestScoped
public class DeskLists {
    private static final int LINES = 50;
    private static final int MOST = 500;
    private static final String ROOT = "/cases/desk/";

    private final Programmes programmes;
    private final WaitingList waiting;
    private final LateArrivalList lateArrivals;
    private final RequisitionCommands requisitions;
    private final CurrentCaller current;
    private final BusinessClock clock;
    private final Words words;

    DeskLists(
            Programmes programmes,
            WaitingList waiting,
            LateArrivalList lateArrivals,
            RequisitionCommands requisitions,
            CurrentCaller current,
            BusinessClock clock,
            Words words) {
        this.programmes = programmes;
        this.waiting = waiting;
        this.lateArrivals = lateArrivals;
        this.requisitions = requisitions;
        this.current = current;
        this.clock = clock;
        this.words = words;
    }

    DeskRows.Waiting waiting(String programme, String waitsFor, int page, String done) {
        ProgrammeInForce only = find(programme);
        WaitsFor what = Arrays.stream(WaitsFor.values())
                .filter(each -> each.name().equals(waitsFor))
                .findFirst()
                .orElse(null);
        WaitingList.Found found = waiting.find(only == null ? null : only.id(), what, page, LINES);
        Instant now = clock.instant();
        String address = ROOT.substring(0, ROOT.length() - 1) + "?programme=" + (only == null ? "" : only.id())
                + "&waitsFor=" + (what == null ? "" : what) + "&page=";
        return new DeskRows.Waiting(
                choices(only),
                Arrays.stream(WaitsFor.values())
                        .map(each -> new Choice(each.name(), words.waitsFor(each), each == what))
                        .toList(),
                found.items().stream().map(item -> row(item, now)).toList(),
                found.total(),
                page > 1 ? address + (page - 1) : null,
                found.total() > (long) page * LINES ? address + (page + 1) : null,
                words.done(done));
    }

    private DeskRows.WaitingRow row(WaitingView item, Instant now) {
        return new DeskRows.WaitingRow(
                item.log() + "-" + item.position(),
                ROOT + item.programme() + "/" + item.recipient(),
                recipient(item.programme(), item.recipient()),
                title(item.programme()),
                item.caseNumber(),
                words.waitsFor(item.waitsFor()),
                item.since(),
                Math.max(0, Duration.between(item.since(), now).toDays()));
    }

    DeskRows.Approvals approvals(String name, Set<String> chosen, boolean all, Form form) {
        ProgrammeInForce programme = find(name);
        if (programme == null) {
            programme = waiting.find(null, WaitsFor.APPROVAL, 1, 1).items().stream()
                    .findFirst()
                    .map(oldest -> find(oldest.programme()))
                    .or(() -> programmes.current().programmes().stream().findFirst())
                    .orElse(null);
        }
        boolean mayAct = current.get().is(Role.OFFICER);
        if (programme == null) {
            return new DeskRows.Approvals(List.of(), "", List.of(), List.of(), 0, form, mayAct);
        }
        List<ApprovalRow> rows = new ArrayList<>();
        Shares shares = Shares.of(programme.definition());
        for (WaitsFor what : List.of(WaitsFor.APPROVAL, WaitsFor.COMPLETION)) {
            for (WaitingView item : waiting.find(programme.id(), what, 1, MOST).items()) {
                rows.add(approval(programme, shares, item, chosen, all));
            }
        }
        List<ApprovalRow> clean =
                rows.stream().filter(row -> row.remark() == null).toList();
        return new DeskRows.Approvals(
                choices(programme),
                programme.id().value(),
                clean,
                rows.stream().filter(row -> row.remark() != null).toList(),
                clean.stream().mapToLong(ApprovalRow::amount).sum(),
                form,
                mayAct);
    }

    private ApprovalRow approval(
            ProgrammeInForce programme, Shares shares, WaitingView item, Set<String> chosen, boolean all) {
        RecipientCode recipient = new RecipientCode(item.recipient());
        RequisitionCommands.Loaded loaded = requisitions.load(programme.id(), recipient, current.get());
        Decision decision = loaded.decide(new RequisitionCommand.ApproveUnremarked(
                "-", clock.instant(), current.get().subject()));
        Long amount = RequisitionView.of(loaded.before(), loaded.terms(), recipient)
                .map(RequisitionView::amount)
                .orElse(null);
        return new ApprovalRow(
                item.recipient(),
                recipient(item.programme(), item.recipient()),
                amount == null ? shares.total(recipient) : amount,
                item.since(),
                decision instanceof Decision.Refused(var refusal)
                        ? words.say(
                                Refusals.problem(refusal).problem().swedish() instanceof String swedish ? swedish : "",
                                Refusals.problem(refusal).problem().detail() + ".")
                        : null,
                all || chosen.contains(item.recipient()));
    }

    DeskRows.Late late(String programme, String done) {
        ProgrammeInForce only = find(programme);
        return new DeskRows.Late(
                choices(only),
                lateArrivals.find(only == null ? null : only.id(), null, null, 1, MOST).arrivals().stream()
                        .map(this::late)
                        .toList(),
                words.done(done));
    }

    private DeskRows.LateRow late(LateArrivalView arrival) {
        return new DeskRows.LateRow(
                arrival.id(),
                ROOT + arrival.programme() + "/" + arrival.recipient(),
                recipient(arrival.programme(), arrival.recipient()),
                title(arrival.programme()),
                arrival.receivedAt(),
                arrival.daysLate(),
                arrival.amount(),
                words.late(arrival.state()),
                arrival.state() != LateArrivalState.PROPOSED
                        ? null
                        : isOwn(arrival)
                                ? words.say("En annan handläggare måste godkänna", "Another officer must approve")
                                : words.say("Väntar på en andra person", "Waits for a second person"));
    }

    private boolean isOwn(LateArrivalView arrival) {
        return current.get().subject().equals(arrival.proposedBy());
    }

    List<DeskRows.ProposalRow> proposals() {
        return lateArrivals.find(null, null, LateArrivalState.PROPOSED, 1, MOST).arrivals().stream()
                .map(arrival -> new DeskRows.ProposalRow(
                        arrival.id(),
                        words.say("Släppa in en sen rekvisition", "Let a late requisition in"),
                        ROOT + arrival.programme() + "/" + arrival.recipient(),
                        recipient(arrival.programme(), arrival.recipient()) + ", " + title(arrival.programme()),
                        isOwn(arrival),
                        arrival.reason()))
                .toList();
    }

    /** Late arrivals of a programme that nothing is decided about yet. */
    List<LateArrivalView> undecidedLate(ProgrammeId programme) {
        return lateArrivals.find(programme, null, null, 1, MOST).arrivals().stream()
                .filter(arrival ->
                        arrival.state() == LateArrivalState.WAITING || arrival.state() == LateArrivalState.PROPOSED)
                .toList();
    }

    private @Nullable ProgrammeInForce find(String name) {
        return programmes.current().programmes().stream()
                .filter(programme -> programme.id().value().equals(name))
                .findFirst()
                .orElse(null);
    }

    private List<Choice> choices(@Nullable ProgrammeInForce chosen) {
        return programmes.current().programmes().stream()
                .map(programme -> new Choice(
                        programme.id().value(),
                        programme.definition().title().swedish(),
                        chosen != null && chosen.id().equals(programme.id())))
                .toList();
    }

    private String title(String programme) {
        ProgrammeInForce found = find(programme);
        return found == null ? programme : found.definition().title().swedish();
    }

    String recipient(String programme, String code) {
        ProgrammeInForce found = find(programme);
        return found == null
                ? code
                : found.definition()
                        .recipient(new RecipientCode(code))
                        .map(Recipient::name)
                        .orElse(code);
    }
}
