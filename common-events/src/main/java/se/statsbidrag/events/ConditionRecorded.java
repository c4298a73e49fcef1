package se.statsbidrag.events;

import java.time.LocalDate;
import se.statsbidrag.rules.value.ConditionId;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * An officer noted whether a recipient meets a condition (R-T3; domain: Conditions). It replaces what was noted before.
 *
 * @param met false when an earlier note is taken back
 * @param date the day on which it was met, or found not to be, Swedish local date
 * @param evidence where it can be seen, such as a document's case number
 */
public record ConditionRecorded(
        ProgrammeId programme,
        RecipientCode recipient,
        ConditionId condition,
        boolean met,
        LocalDate date,
        String evidence)
        implements GrantEvent {}
