package se.statsbidrag.reporting.domain.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.FollowUpAccepted;
import se.statsbidrag.events.FollowUpContent;
import se.statsbidrag.events.FollowUpDraftSaved;
import se.statsbidrag.events.FollowUpReturned;
import se.statsbidrag.events.FollowUpSubmitted;
import se.statsbidrag.events.MandateReference;
import se.statsbidrag.reporting.domain.Faults;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.FollowUp;
import se.statsbidrag.rules.value.FollowUpPart;
import se.statsbidrag.rules.value.RecipientCode;

/** What commands on a recipient's follow-up report lead to (R-K10, R-T6, R-G7). */
public final class ReportDecider {
    private static final int LONGEST_PART = 20_000;
    private static final int LONGEST_REASON = 2000;

    private final ReportTerms terms;
    private final RecipientCode recipient;
    private final FollowUpReport report;

    public ReportDecider(ReportTerms terms, RecipientCode recipient, FollowUpReport report) {
        this.terms = terms;
        this.recipient = recipient;
        this.report = report;
    }

    /** Saves what is written; it need not be complete. */
    public Outcome save(FollowUpContent content) {
        Faults faults = new Faults();
        List<FollowUpPart> asked =
                terms.definition().parts().stream().map(FollowUp.Part::kind).toList();
        Map<FollowUpPart, FollowUpContent.Part> parts = new EnumMap<>(FollowUpPart.class);
        for (int index = 0; index < content.parts().size(); index++) {
            FollowUpContent.Part part = content.parts().get(index);
            String path = "parts[" + index + "].";
            if (!asked.contains(part.part())) {
                faults.add(
                        null,
                        path + "part",
                        part.part().name(),
                        "the programme does not ask for this part",
                        "write the parts " + asked.stream().map(Enum::name).collect(Collectors.joining(", ")));
            } else if (parts.put(part.part(), part) != null) {
                faults.add(null, path + "part", part.part().name(), "the part stands twice", "write it once");
            }
            ActivityPlanDecider.text(path + "text", part.text(), 0, LONGEST_PART, null, faults);
        }
        Long used = content.used();
        if (used != null && (used < 0 || used > ActivityPlanDecider.MOST)) {
            faults.add(null, "used", Long.toString(used), "is no amount that can have been used", "write whole kronor");
        }
        FollowUpContent ordered = new FollowUpContent(
                used, asked.stream().filter(parts::containsKey).map(parts::get).toList());
        return switch (report) {
            case FollowUpReport.NotBegun _, FollowUpReport.Draft _, FollowUpReport.Returned _ ->
                faults.isEmpty() && report.written().filter(ordered::equals).isPresent()
                        ? new Outcome.Unchanged()
                        : Outcome.of(faults, new FollowUpDraftSaved(terms.programme(), recipient, ordered));
            case FollowUpReport.Submitted _ ->
                new Outcome.Conflict(
                        "The report is handed in and waits for an officer", "Ask the agency to send it back first");
            case FollowUpReport.Accepted _ ->
                new Outcome.Conflict("The report is accepted", "Ask the agency if it must be changed");
        };
    }

    /**
     * Hands in what is written.
     *
     * @param certified whether the recipient certifies that it is true
     * @param mandate on whose mandate; null only where the definition of before had no organisation numbers
     */
    public Outcome submit(boolean certified, Instant receivedAt, Grant grant, @Nullable MandateReference mandate) {
        return switch (report) {
            case FollowUpReport.NotBegun _ ->
                new Outcome.Conflict("Nothing is written yet", "Save the report before you hand it in");
            case FollowUpReport.Submitted _ -> new Outcome.Unchanged();
            case FollowUpReport.Accepted _ ->
                new Outcome.Conflict("The report is accepted", "Ask the agency if it must be changed");
            case FollowUpReport.Draft it -> handIn(it.content(), certified, receivedAt, grant, mandate);
            case FollowUpReport.Returned it -> handIn(it.content(), certified, receivedAt, grant, mandate);
        };
    }

    private Outcome handIn(
            FollowUpContent content,
            boolean certified,
            Instant receivedAt,
            Grant grant,
            @Nullable MandateReference mandate) {
        if (!terms.isOpen(receivedAt)) {
            return new Outcome.Conflict(
                    "Reports are received from " + terms.definition().opening().date(), "Hand it in then");
        }
        Faults faults = new Faults();
        if (!certified) {
            faults.add(null, "certified", "false", "the report is not certified", "certify that it is true");
        }
        Long used = content.used();
        if (used == null) {
            faults.add(null, "used", "", "it is not said how much was used", "write whole kronor, 0 for nothing");
        } else if (used > grant.amount()) {
            faults.add(
                    null,
                    "used",
                    Long.toString(used),
                    "is more than the " + grant.amount() + " kronor that the recipient got",
                    "write at most that; what else was spent is the recipient's own money");
        }
        for (FollowUp.Part asked : terms.definition().parts()) {
            boolean written = content.parts().stream()
                    .anyMatch(
                            part -> part.part() == asked.kind() && !part.text().isBlank());
            if (!written) {
                faults.add(
                        null,
                        "parts",
                        asked.kind().name(),
                        "the part is not written: " + asked.text(),
                        "write it (" + asked.source() + ")");
            }
        }
        return Outcome.of(
                faults,
                new FollowUpSubmitted(
                        terms.programme(),
                        recipient,
                        terms.caseNumberPrefix() + "U" + recipient,
                        receivedAt,
                        content,
                        grant.amount(),
                        grant.decided(),
                        mandate));
    }

    /** Sends the report back. */
    public Outcome giveBack(String reason, LocalDate completeBy, Instant now) {
        Faults faults = reason(reason);
        if (!now.isBefore(DeadlineDay.endOf(completeBy))) {
            faults.add(null, "completeBy", completeBy.toString(), "has passed", "give the recipient time");
        }
        return report instanceof FollowUpReport.Submitted(FollowUpReport.Submission submission)
                ? Outcome.of(
                        faults,
                        new FollowUpReturned(
                                terms.programme(), recipient, submission.version(), reason.strip(), completeBy))
                : waitsNot();
    }

    /** Accepts the report. */
    public Outcome accept(String reason) {
        return report instanceof FollowUpReport.Submitted(FollowUpReport.Submission submission)
                ? Outcome.of(
                        reason(reason),
                        new FollowUpAccepted(terms.programme(), recipient, submission.version(), reason.strip()))
                : waitsNot();
    }

    private static Faults reason(String reason) {
        Faults faults = new Faults();
        ActivityPlanDecider.text("reason", reason, 1, LONGEST_REASON, null, faults);
        return faults;
    }

    private Outcome waitsNot() {
        return new Outcome.Conflict("No report waits: it is " + report.state(), "Look at how it stands");
    }
}
