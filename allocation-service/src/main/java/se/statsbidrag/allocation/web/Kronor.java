package se.statsbidrag.allocation.web;

import java.util.ArrayList;
import java.util.List;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Problems;

/** Amounts as people type them: with or without spaces and "kr". */
final class Kronor {
    private static final String AROUND = "[\\s\\u00a0\\u202f]|kr(onor)?$";
    private static final String WHOLE = "-?[0-9]{1,15}";

    private Kronor() {}

    static boolean isWhole(String typed) {
        return bare(typed).matches(WHOLE);
    }

    /** Whole kronor; 0, and a fault, when it is no whole number. */
    static long read(String field, String typed, List<Fault> faults) {
        String digits = bare(typed);
        if (digits.matches(WHOLE)) {
            return Long.parseLong(digits);
        }
        faults.add(Fault.of(field, typed, "It is no whole number of kronor", "Write digits, such as 147463134")
                .inSwedish("Skriv beloppet i hela kronor med siffror, till exempel 147 463 134."));
        return 0;
    }

    /** @throws ProblemException 422 */
    static long required(String field, String typed) {
        List<Fault> faults = new ArrayList<>();
        long amount = read(field, typed, faults);
        if (!faults.isEmpty()) {
            throw Problems.invalid(faults);
        }
        return amount;
    }

    private static String bare(String typed) {
        return typed.strip().replaceAll(AROUND, "").replace('\u2212', '-');
    }
}
