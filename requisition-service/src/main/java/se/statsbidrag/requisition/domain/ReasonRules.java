package se.statsbidrag.requisition.domain;

import java.util.List;

/** Officers' acts carry a reason, which stays in the log (2017:900, 32 §). */
final class ReasonRules {
    /** Longest reason, in characters. */
    static final int LONGEST = 2000;

    private ReasonRules() {}

    static List<FieldFault> faults(String reason) {
        if (reason.isBlank()) {
            return List.of(new FieldFault(
                    "reason",
                    reason,
                    "is empty",
                    "write why, without names of people",
                    "Skriv varför, utan namn på personer."));
        }
        if (reason.length() > LONGEST) {
            return List.of(new FieldFault(
                    "reason",
                    reason.substring(0, 40) + "…",
                    "has " + reason.length() + " characters",
                    "write at most " + LONGEST + " characters",
                    "Motiveringen har " + reason.length() + " tecken. Skriv högst " + LONGEST + "."));
        }
        return List.of();
    }
}
