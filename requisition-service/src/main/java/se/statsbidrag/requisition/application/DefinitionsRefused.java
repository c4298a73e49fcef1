package se.statsbidrag.requisition.application;

import java.util.List;

/** The service does not start: definition files are wrong. */
public final class DefinitionsRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    /** @param reasons one line each: file, line, place, value, what is wrong, what to do */
    DefinitionsRefused(List<String> reasons) {
        super("programme definitions are refused, nothing was proposed:\n" + String.join("\n", reasons));
        this.reasons = List.copyOf(reasons);
    }

    public List<String> reasons() {
        return reasons;
    }
}
