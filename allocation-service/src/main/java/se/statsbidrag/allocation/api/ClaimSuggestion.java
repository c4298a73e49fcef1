package se.statsbidrag.allocation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.read.ClaimSuggestions;

/**
 * A claim that could be proposed.
 *
 * @param suggested false where the programme has no ground for it, or where only other recipients' facts have changed
 * @param ground its id; left out where the programme has none
 * @param cause OWN_FACTS, RULES or OTHERS_FACTS where more was decided than the plan gives; UNUSED or NO_REPORT by the
 *     follow-up report
 * @param reason Swedish
 * @param decisions the numbers of the decisions that gave too much
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClaimSuggestion(
        String recipient,
        long amount,
        List<ClaimDocument.Line> lines,
        boolean suggested,
        @Nullable String ground,
        String cause,
        String reason,
        List<Integer> decisions) {
    static ClaimSuggestion of(ClaimSuggestions.Suggestion suggestion) {
        return new ClaimSuggestion(
                suggestion.recipient().value(),
                suggestion.amount(),
                suggestion.byPot().entrySet().stream()
                        .map(each -> new ClaimDocument.Line(each.getKey().value(), each.getValue()))
                        .toList(),
                suggestion.isSuggested(),
                suggestion.ground().map(ground -> ground.id()).orElse(null),
                suggestion.cause().name(),
                suggestion.reason(),
                suggestion.decisions().stream()
                        .map(decided -> decided.event().decision())
                        .toList());
    }
}
