package se.statsbidrag.allocation.domain.payment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bank says about a batch (pain.002), as it was read.
 *
 * @param message its own identification
 * @param about the identification of the file that it answers
 * @param payments how many payments it says that file had; null when it does not say
 * @param sum whole kronor that it says that file summed to; null when it does not say
 * @param rejected how many payments it says are rejected; null when it does not say
 * @param all what it says about all payments that it does not name
 * @param code the bank's reason for all of them; empty for none
 * @param lines the payments that it names
 */
public record StatusReport(
        String message,
        String about,
        @Nullable Long payments,
        @Nullable Long sum,
        @Nullable Long rejected,
        Verdict all,
        String code,
        List<Line> lines) {
    public StatusReport {
        lines = List.copyOf(lines);
    }

    /** What the bank says. */
    public enum Verdict {
        /** It will pay, or has paid. */
        ACCEPTED,
        /** It will not pay. */
        REJECTED,
        /** Nothing yet. */
        OPEN
    }

    /**
     * What it says about one payment.
     *
     * @param payment the end-to-end identification; empty when it names none
     * @param code the bank's reason; empty for none
     * @param amount whole kronor; null when it names none
     */
    public record Line(
            String payment,
            Verdict verdict,
            String code,
            @Nullable Long amount) {}
}
