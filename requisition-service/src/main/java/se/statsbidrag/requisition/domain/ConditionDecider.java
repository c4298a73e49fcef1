package se.statsbidrag.requisition.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.ConditionRecorded;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.value.ConditionId;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** Decides on noting whether a recipient meets a condition (R-T3; domain: Conditions). A later note replaces an earlier one. */
public final class ConditionDecider {
    private static final int LONGEST_EVIDENCE = 500;

    private final ProgrammeId programme;
    private final RecipientCode recipient;

    public ConditionDecider(ProgrammeId programme, RecipientCode recipient) {
        this.programme = programme;
        this.recipient = recipient;
    }

    /**
     * What the note comes to.
     *
     * @param before the note that it would replace; null for none
     * @param date Swedish local date, at the latest the day of the note
     */
    public Decision decide(
            @Nullable ConditionRecorded before,
            ConditionId condition,
            boolean met,
            LocalDate date,
            String evidence,
            Instant receivedAt) {
        List<FieldFault> faults = new ArrayList<>();
        if (date.isAfter(receivedAt.atZone(DeadlineDay.SWEDEN).toLocalDate())) {
            faults.add(
                    new FieldFault(
                            "date",
                            date.toString(),
                            "is a day that has not come",
                            "give the day on which it was met, or found not to be",
                            "Dagen har inte varit ännu. Ange dagen då villkoret uppfylldes, eller då det visade sig att det inte är det."));
        }
        if (evidence.isBlank()) {
            faults.add(new FieldFault(
                    "evidence",
                    evidence,
                    "is empty",
                    "say where it can be seen, such as a document's case number",
                    "Skriv var det framgår, till exempel en handlings diarienummer."));
        } else if (evidence.length() > LONGEST_EVIDENCE) {
            faults.add(new FieldFault(
                    "evidence",
                    evidence.substring(0, 40) + "…",
                    "has " + evidence.length() + " characters",
                    "write at most " + LONGEST_EVIDENCE + " characters",
                    "Texten har " + evidence.length() + " tecken. Skriv högst " + LONGEST_EVIDENCE + "."));
        }
        if (!faults.isEmpty()) {
            return Decision.refused(new Refusal.Wrong(faults));
        }
        ConditionRecorded note = new ConditionRecorded(programme, recipient, condition, met, date, evidence);
        return note.equals(before) ? Decision.accepted() : Decision.accepted(note);
    }
}
