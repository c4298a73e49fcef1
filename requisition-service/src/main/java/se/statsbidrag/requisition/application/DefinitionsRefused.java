package se.statsbidrag.requisition.application;

import java.util.List;

/** The service does not start: files that come with it, definitions or reference data, are wrong. */
public final class DefinitionsRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    /** @param reasons one line each: file, line, place, value, what is wrong, what to do */
    DefinitionsRefused(List<String> reasons) {
        super("programme definitions or reference data are refused:\n" + String.join("\n", reasons));
        this.reasons = List.copyOf(reasons);
    }

    public List<String> reasons() {
        return reasons;
    }
}
