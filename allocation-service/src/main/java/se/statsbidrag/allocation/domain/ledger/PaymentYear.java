package se.statsbidrag.allocation.domain.ledger;

import java.time.LocalDate;
import se.statsbidrag.rules.programme.ProgrammeDefinition;

/** The year in which a programme's money is to be paid: that of its period's last month (R-K2b, 9 §). */
public final class PaymentYear {
    private PaymentYear() {}

    /** The last day of it, Swedish local date. */
    public static LocalDate lastDay(ProgrammeDefinition definition) {
        return LocalDate.of(definition.period().to().getYear(), 12, 31);
    }

    /** Whether a payment on this day needs a person's decision, with a reason, since the payment year is over (R-K2b). */
    public static boolean isOver(ProgrammeDefinition definition, LocalDate day) {
        return day.isAfter(lastDay(definition));
    }
}
