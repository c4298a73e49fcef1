package se.statsbidrag.reporting.read;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A plan as allocation-service publishes it ({@code GET …/plan}); amounts are whole kronor.
 *
 * @param status {@code PRELIMINARY}, {@code FINAL} or {@code STALE}
 * @param number rises with every new plan; null where none is given
 * @param staleReason why it is out of date; null unless it is
 * @param ties for the last place of a pot; null where none are told
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PlanDocument(
        @JsonProperty(required = true) String programme,
        int programmeVersion,
        @JsonProperty(required = true) String status,
        @JsonProperty(required = true) Instant computedAt,
        String digest,
        @Nullable Long number,
        @JsonProperty(required = true) List<Basis> basis,
        @JsonProperty(required = true) List<Pot> pots,
        @JsonProperty(required = true) List<Recipient> recipients,
        @Nullable String staleReason,
        @Nullable List<Tie> ties) {

    /** How far the plan had read one log. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Basis(String log, long position) {}

    /** What becomes of one pot: amount = distributed + remaining + transferred + returned. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Pot(
            String pot,
            String status,
            long amount,
            long distributed,
            long remaining,
            long transferred,
            long returned) {}

    /** What one recipient is due. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Recipient(String recipient, long total, List<Line> lines) {}

    /** What a recipient is due from one pot. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Line(String pot, long amount) {}

    /** A tie for the last place of a pot; provisional until an officer has chosen (I-K4). */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Tie(String pot, boolean provisional) {}

    /** How many ties wait for an officer. */
    public long openTies() {
        return ties == null ? 0 : ties.stream().filter(Tie::provisional).count();
    }

    /**
     * Whether this plan is to be shown instead of another: it has read on, or it was made later or says otherwise from the
     * same events.
     */
    boolean replaces(PlanDocument other) {
        Map<String, Long> mine = positions();
        Map<String, Long> theirs = other.positions();
        if (theirs.entrySet().stream().anyMatch(read -> mine.getOrDefault(read.getKey(), 0L) < read.getValue())) {
            return false;
        }
        if (!mine.equals(theirs)) {
            return true;
        }
        Long otherNumber = other.number;
        if (number != null && otherNumber != null) {
            return number > otherNumber;
        }
        return !equals(other) && !computedAt.isBefore(other.computedAt);
    }

    private Map<String, Long> positions() {
        return basis.stream().collect(Collectors.toMap(Basis::log, Basis::position, Math::max));
    }

    /** Every figure by its name, such as {@code recipient/23/block-2} and {@code pot/block-2/remaining}. */
    Map<String, Long> figures() {
        Map<String, Long> figures = new TreeMap<>();
        for (Recipient recipient : recipients) {
            recipient.lines.forEach(line -> figures.put(recipientFigure(recipient.recipient, line.pot), line.amount));
        }
        for (Pot pot : pots) {
            figures.put(potFigure(pot.pot, "amount"), pot.amount);
            figures.put(potFigure(pot.pot, "distributed"), pot.distributed);
            figures.put(potFigure(pot.pot, "remaining"), pot.remaining);
            figures.put(potFigure(pot.pot, "transferred"), pot.transferred);
            figures.put(potFigure(pot.pot, "returned"), pot.returned);
        }
        return figures;
    }

    public static String recipientFigure(String recipient, String pot) {
        return "recipient/" + recipient + "/" + pot;
    }

    public static String potFigure(String pot, String part) {
        return "pot/" + pot + "/" + part;
    }
}
