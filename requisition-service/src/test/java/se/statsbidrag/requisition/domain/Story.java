package se.statsbidrag.requisition.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.RequisitionChanged;
import se.statsbidrag.events.RequisitionContent;
import se.statsbidrag.rules.programme.AmountSetBy;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** What happened to one requisition, told in lines such as {@code 06-02 23:59:59 region submits 100}. Times are Swedish, in 2025. */
final class Story {
    private static final Pattern LINE =
            Pattern.compile("(\\d\\d-\\d\\d)( \\d\\d:\\d\\d:\\d\\d)? (region|officer|agency) (.+)");
    private static final RecipientCode RECIPIENT = new RecipientCode("23");

    private RequisitionTerms terms;
    private RequisitionCase file = RequisitionCase.EMPTY;
    private String answer = "";

    Story(AmountSetBy amountSetBy, @Nullable LocalDate opensOn, LocalDate dueDate) {
        terms = new RequisitionTerms(new ProgrammeId("some-grant"), "SG-", amountSetBy, Set.of(), opensOn, dueDate);
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
                    terms.programme(),
                    terms.casePrefix(),
                    terms.amountSetBy(),
                    terms.purposes(),
                    terms.opensOn(),
                    day(act));
            return;
        }
        Decision decision = new RequisitionDecider(terms, RECIPIENT).decide(file, command(act, now));
        answer = switch (decision) {
            case Decision.Accepted(List<GrantEvent> events) -> {
                events.forEach(event -> file = file.evolve(event));
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
                    case Refusal.DeadlineHasPassed _ -> "refused: deadline has passed";
                    case Refusal.NotUndecided(RequisitionState state) -> "refused: is " + state;
                    case Refusal.Wrong _ -> throw new IllegalStateException();
                };
        };
    }

    private static RequisitionCommand command(String act, Instant now) {
        return switch (act.split(" ")[0]) {
            case "submits" ->
                new RequisitionCommand.Submit(
                        content(act.substring("submits".length()).strip()), now);
            case "withdraws" -> new RequisitionCommand.Withdraw(now);
            case "approves" -> new RequisitionCommand.Approve("meets the conditions", now);
            case "rejects" -> new RequisitionCommand.Reject("not a recipient", now);
            case "returns" -> new RequisitionCommand.Return("an attachment is missing", day(act), now);
            case "approves-without-reason" -> new RequisitionCommand.Approve(" ", now);
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
        return new RequisitionContent(amount, wants, certified, purposes);
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
        if (!(requisition instanceof Requisition.Received received)) {
            return "nothing";
        }
        return received.state()
                + asks(received.submission())
                + (received.late() ? " late" : "")
                + received.lateChange()
                        .map(change -> " | late change" + asks(change))
                        .orElse("");
    }

    RequisitionCase file() {
        return file;
    }

    private static String asks(Submission submission) {
        RequisitionContent content = submission.content();
        return (content.amount() == null ? "" : " " + content.amount())
                + (content.wantsRemainingFunds() ? " wanting-more" : "");
    }
}
