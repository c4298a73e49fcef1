package se.statsbidrag.requisition.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.RepresentativeApproved;
import se.statsbidrag.events.RequisitionChanged;
import se.statsbidrag.events.RequisitionContent;
import se.statsbidrag.events.access.Permissions;
import se.statsbidrag.rules.programme.AmountSetBy;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * What happened to one requisition, told in lines such as {@code 06-02 23:59:59 region submits 100}. Times are Swedish, in
 * 2025. The region is its own representative; it has a deputy and a data coordinator, took over from a former
 * representative, and an applicant waits to take over from it.
 */
final class Story {
    private static final Pattern LINE = Pattern.compile("(\\d\\d-\\d\\d)( \\d\\d:\\d\\d:\\d\\d)? "
            + "(region|officer|agency|deputy|coordinator|former|applicant|stranger) (.+)");
    private static final RecipientCode RECIPIENT = new RecipientCode("23");

    private static final long HIGHEST = 1_000_000_000;

    private RequisitionTerms terms;
    private RequisitionCase file = RequisitionCase.EMPTY;
    private Mandate mandate = Mandate.NONE;
    private String answer = "";

    Story(AmountSetBy amountSetBy, @Nullable LocalDate opensOn, LocalDate dueDate) {
        terms = new RequisitionTerms(
                new ProgrammeId("some-grant"),
                "SG-",
                new ContentTerms(
                        amountSetBy,
                        Map.of(RECIPIENT, HIGHEST),
                        new TreeMap<>(),
                        new ContentTerms.Plan(false, Set.of())),
                opensOn,
                dueDate);
        for (GrantEvent event :
                MandateTest.events("former applies; officer approves; region applies; officer approves; "
                        + "region invites deputy; region invites-coordinator coordinator; applicant applies")) {
            mandate = mandate.evolve(event);
        }
    }

    /** Tells the lines, which are separated by semicolons. */
    Story tell(String lines) {
        for (String line : lines.split(";")) {
            if (!line.isBlank()) {
                step(line.strip());
            }
        }
        return this;
    }

    private void step(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a line of a story: " + line);
        }
        String time = parts.group(2) == null ? "12:00:00" : parts.group(2).strip();
        Instant now = LocalDateTime.parse("2025-" + parts.group(1) + "T" + time)
                .atZone(DeadlineDay.SWEDEN)
                .toInstant();
        String act = parts.group(4);
        if (act.startsWith("extends to ")) {
            terms = new RequisitionTerms(
                    terms.programme(), terms.casePrefix(), terms.content(), terms.opensOn(), day(act));
            return;
        }
        if (act.startsWith("gives the mandate to ")) {
            String person = act.substring("gives the mandate to ".length());
            mandate = mandate.evolve(new RepresentativeApproved(MandateTest.ORGANISATION, person, "test"));
            return;
        }
        String by = parts.group(3);
        OrganisationMandate on = new OrganisationMandate(MandateTest.ORGANISATION, mandate, Permissions.ofTheAgency());
        Decision decision = new RequisitionDecider(terms, RECIPIENT, on).decide(file, command(act, now, by));
        answer = switch (decision) {
            case Decision.Accepted(List<GrantEvent> events) -> {
                events.forEach(event -> file = file.evolve(event, by));
                yield events.isEmpty()
                        ? "nothing changes"
                        : events.stream().map(Story::name).collect(Collectors.joining("+"));
            }
            case Decision.Refused(Refusal.Wrong(List<FieldFault> faults)) ->
                "wrong " + faults.stream().map(FieldFault::field).collect(Collectors.joining("+"));
            case Decision.Refused(Refusal refusal) ->
                switch (refusal) {
                    case Refusal.NothingReceived _ -> "refused: nothing received";
                    case Refusal.NotYetOpen _ -> "refused: not yet open";
                    case Refusal.NeedsAdmission _ -> "refused: needs admission";
                    case Refusal.HasRemarks _ -> "refused: has remarks";
                    case Refusal.NoLateArrival _ -> "refused: no late arrival";
                    case Refusal.NoLongerLate _ -> "refused: no longer late";
                    case Refusal.AdmissionSettled(boolean admitted) ->
                        admitted ? "refused: admitted already" : "refused: declined already";
                    case Refusal.DeadlineHasPassed _ -> "refused: deadline has passed";
                    case Refusal.NotUndecided(RequisitionState state) -> "refused: is " + state;
                    case Refusal.NotPermitted _ -> "refused: not permitted";
                    case Refusal.NoMandate _ -> "refused: no mandate";
                    case Refusal.SamePerson _ -> "refused: same person";
                    case Refusal.NothingHeld _ -> "refused: nothing held";
                    case Refusal.SenderHasNoMandate _ -> "refused: sender has no mandate";
                    case Refusal.Superseded _ -> "refused: superseded";
                    case Refusal.Wrong _,
                            Refusal.NobodyApplied _,
                            Refusal.AnotherHasApplied _,
                            Refusal.HasAnotherRole _,
                            Refusal.NotWaiting _ -> throw new IllegalStateException("no refusal of a requisition");
                };
        };
    }

    private static RequisitionCommand command(String act, Instant now, String by) {
        return switch (act.split(" ")[0]) {
            case "submits" ->
                new RequisitionCommand.Submit(
                        content(act.substring("submits".length()).strip()), now, by);
            case "drafts" ->
                new RequisitionCommand.SaveDraft(
                        content(act.substring("drafts".length()).strip()), now, by);
            case "withdraws" -> new RequisitionCommand.Withdraw(now, by);
            case "approves" -> new RequisitionCommand.Approve("meets the conditions", now, by);
            case "approves-with-many" -> new RequisitionCommand.ApproveUnremarked("no remarks", now, by);
            case "rejects" -> new RequisitionCommand.Reject("not a recipient", now, by);
            case "returns" -> new RequisitionCommand.Return("an attachment is missing", day(act), now, by);
            case "approves-without-reason" -> new RequisitionCommand.Approve(" ", now, by);
            case "admits" -> new RequisitionCommand.Admit(number(act), "test", now, by);
            case "declines" -> new RequisitionCommand.Decline(number(act), "test", now, by);
            case "releases" -> new RequisitionCommand.Release(number(act), "test", now, by, by.equals("officer"));
            case "dismisses" -> new RequisitionCommand.Dismiss(number(act), "test", now, by, by.equals("officer"));
            default -> throw new IllegalArgumentException(act);
        };
    }

    private static RequisitionContent content(String words) {
        Long amount = null;
        boolean wants = false;
        boolean certified = true;
        List<Integer> purposes = List.of();
        for (String word : words.split(" ")) {
            switch (word) {
                case "" -> {}
                case "wanting-more" -> wants = true;
                case "uncertified" -> certified = false;
                case "purpose-1" -> purposes = List.of(1);
                default -> amount = Long.valueOf(word);
            }
        }
        return new RequisitionContent(amount, wants, certified, purposes, null);
    }

    private static long number(String act) {
        return Long.parseLong(act.substring(act.lastIndexOf(' ') + 1));
    }

    private static LocalDate day(String act) {
        return LocalDate.parse("2025-" + act.substring(act.lastIndexOf(' ') + 1));
    }

    private static String name(GrantEvent event) {
        String name =
                event.getClass().getSimpleName().replace("Requisition", "").toLowerCase(java.util.Locale.ROOT);
        return event instanceof RequisitionChanged changed && changed.completion() ? "completed" : name;
    }

    /** What the last act came to. */
    String answer() {
        return answer;
    }

    /** How the requisition stands: the state, what it asks for, whether it is late, what waits behind it. */
    String standing() {
        Requisition requisition = Requisition.of(file, terms);
        String held = file.held().stream()
                .map(each -> " | held from " + each.sender() + " " + each.lapse() + asks(each.content()))
                .collect(Collectors.joining());
        if (!(requisition instanceof Requisition.Received received)) {
            return "nothing" + held + draft();
        }
        return received.state()
                + asks(received.submission().content())
                + (received.late() ? " late" : "")
                + received.lateChange()
                        .map(change -> " | late change" + asks(change.content()))
                        .orElse("")
                + held
                + draft();
    }

    private String draft() {
        RequisitionContent draft = file.draft();
        return draft == null ? "" : " | draft" + asks(draft) + (draft.certified() ? "" : " uncertified");
    }

    /** What waits for an officer: {@code APPROVAL 1} for what came with version 1, and so on. */
    String waiting() {
        return WaitingItem.of(file, terms).stream()
                .map(item -> item.waitsFor() + " " + item.version())
                .collect(Collectors.joining(", "));
    }

    RequisitionCase file() {
        return file;
    }

    private static String asks(RequisitionContent content) {
        return (content.amount() == null ? "" : " " + content.amount())
                + (content.wantsRemainingFunds() ? " wanting-more" : "");
    }
}
