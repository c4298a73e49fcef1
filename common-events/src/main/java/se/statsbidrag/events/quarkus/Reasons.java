package se.statsbidrag.events.quarkus;

import java.util.ArrayList;
import java.util.List;

/** Officers' acts carry a reason, which stays in the log (2017:900, 32 §). */
public final class Reasons {
    private static final int LONGEST = 2000;
    private static final int SHOWN = 40;

    private Reasons() {}

    /**
     * The reason without space around it.
     *
     * @throws ProblemException 422 when it is empty or too long
     */
    public static String required(String reason) {
        List<Fault> faults = new ArrayList<>();
        check(reason, faults);
        if (!faults.isEmpty()) {
            throw Problems.invalid(faults);
        }
        return reason.strip();
    }

    /** Names in {@code faults} an empty reason, or one that is too long. */
    public static void check(String reason, List<Fault> faults) {
        if (reason.isBlank()) {
            faults.add(Fault.of("reason", reason, "It is empty", "Write why, without names of people")
                    .inSwedish("Skriv varför, utan namn på personer."));
        }
        if (reason.length() > LONGEST) {
            faults.add(Fault.of(
                            "reason",
                            reason.substring(0, SHOWN) + "…",
                            "It has " + reason.length() + " characters",
                            "Write at most " + LONGEST + " characters")
                    .inSwedish("Motiveringen har " + reason.length() + " tecken. Skriv högst " + LONGEST + "."));
        }
    }
}
