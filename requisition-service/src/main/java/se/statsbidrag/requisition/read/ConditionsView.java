package se.statsbidrag.requisition.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.requisition.application.StoredConditions;
import se.statsbidrag.rules.programme.Condition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * How a recipient stands to a programme's conditions.
 *
 * @param programme the programme
 * @param recipient official code of the recipient
 * @param paymentBlocked whether a condition that blocks payment is not met
 * @param conditions in the order of the definition in force
 * @param version of the notes on them, which is also the ETag; 0 when there are none
 * @param log the log that the notes stand in; null at version 0
 * @param position of the last note in that log; null at version 0
 */
@Schema(name = "RecipientConditions")
public record ConditionsView(
        String programme,
        String recipient,
        boolean paymentBlocked,
        List<Noted> conditions,
        long version,
        @Nullable String log,
        @Nullable Long position) {

    /**
     * One condition.
     *
     * @param condition its name
     * @param title Swedish, as shown to people
     * @param effect what comes of it while it is not met: nothing is paid, or it is examined afterwards
     * @param source where it is stated
     * @param met whether it is noted as met
     * @param date the day on which it was met, or found not to be, Swedish local date; null while nothing is noted
     * @param evidence where it can be seen; null while nothing is noted
     * @param notedBy opaque id of who noted it; null while nothing is
     * @param recordedAt when it was noted; null while nothing is
     */
    @Schema(name = "NotedCondition")
    public record Noted(
            String condition,
            String title,
            Condition.Effect effect,
            String source,
            boolean met,
            @Nullable LocalDate date,
            @Nullable String evidence,
            @Nullable String notedBy,
            @Nullable Instant recordedAt) {}

    /** The view of what was noted under the definition in force. */
    public static ConditionsView of(ProgrammeDefinition definition, RecipientCode recipient, StoredConditions stored) {
        List<Noted> conditions = definition.conditions().stream()
                .map(condition -> noted(condition, stored))
                .toList();
        RecordedEvent last =
                stored.notes().isEmpty() ? null : stored.notes().getLast().event();
        return new ConditionsView(
                definition.id().value(),
                recipient.value(),
                conditions.stream().anyMatch(each -> each.effect() == Condition.Effect.BLOCKS_PAYMENT && !each.met()),
                conditions,
                stored.version(),
                last == null ? null : last.log(),
                last == null ? null : last.position());
    }

    private static Noted noted(Condition condition, StoredConditions stored) {
        StoredConditions.Note note = stored.of(condition.id()).orElse(null);
        return new Noted(
                condition.id().value(),
                condition.title(),
                condition.effect(),
                condition.source(),
                note != null && note.noted().met(),
                note == null ? null : note.noted().date(),
                note == null ? null : note.noted().evidence(),
                note == null ? null : note.event().actor(),
                note == null ? null : note.event().recordedAt());
    }
}
