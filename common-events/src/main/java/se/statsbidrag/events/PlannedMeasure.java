package se.statsbidrag.events;

import java.util.List;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * A measure of a plan and who carries it out.
 *
 * @param purpose number of the programme's purpose that it serves
 * @param description what is done
 * @param carriedOutBy at least one recipient
 */
public record PlannedMeasure(int purpose, String description, List<RecipientCode> carriedOutBy) {
    public PlannedMeasure {
        carriedOutBy = List.copyOf(carriedOutBy);
    }
}
