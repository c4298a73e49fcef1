package se.statsbidrag.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * Payments to a recipient were stopped by a person. Shown to the recipient too.
 *
 * @param hold its number in the programme, from 1
 * @param type a stable name, such as {@code suspected-double-payment}
 * @param until the last day on which it holds, Swedish local date; null until it is released
 * @param reason why, Swedish, as the recipient reads it
 */
public record PaymentHeld(
        ProgrammeId programme,
        int hold,
        RecipientCode recipient,
        String type,
        @Nullable LocalDate until,
        String reason) implements LedgerEvent {}
