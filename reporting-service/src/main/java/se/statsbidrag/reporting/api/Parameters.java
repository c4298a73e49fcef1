package se.statsbidrag.reporting.api;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Problems;

/** Checks what stands in an address; all faults at once. */
final class Parameters {
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");

    private Parameters() {}

    /** @throws se.statsbidrag.events.quarkus.ProblemException 422 naming all faults, if there are any */
    static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw Problems.invalid(faults);
        }
    }

    static @Nullable YearMonth month(String name, @Nullable String text, List<Fault> faults) {
        if (text == null) {
            return null;
        }
        if (!MONTH.matcher(text).matches()) {
            faults.add(Fault.of(name, text, "It is not a month", "Write year and month, as in 2025-03"));
            return null;
        }
        return YearMonth.parse(text);
    }

    /** The values asked for, each of which must be known. */
    static Set<String> known(String name, List<String> values, Collection<String> known, List<Fault> faults) {
        for (String value : values) {
            if (!known.contains(value)) {
                faults.add(Fault.of(name, value, "There is none such", "Use one of " + String.join(", ", known)));
            }
        }
        return new TreeSet<>(values);
    }
}
