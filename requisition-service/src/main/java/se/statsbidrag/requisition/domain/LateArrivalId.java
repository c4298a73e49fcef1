package se.statsbidrag.requisition.domain;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * Names one late submission for good, as text {@code <programme>-<recipient>-<submission>}.
 *
 * @param submission its version within the requisition's stream
 */
public record LateArrivalId(ProgrammeId programme, RecipientCode recipient, long submission) {
    private static final Pattern FORM = Pattern.compile("([a-z0-9-]{1,100})-([0-9]{2}|[0-9]{4})-([1-9][0-9]{0,8})");

    /** What the text names; empty when it has not the form. */
    public static Optional<LateArrivalId> of(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LateArrivalId(
                    new ProgrammeId(parts.group(1)),
                    new RecipientCode(parts.group(2)),
                    Long.parseLong(parts.group(3))));
        } catch (IllegalArgumentException noSuchName) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return programme + "-" + recipient + "-" + submission;
    }
}
