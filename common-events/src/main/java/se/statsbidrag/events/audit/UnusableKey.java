package se.statsbidrag.events.audit;

import org.jspecify.annotations.Nullable;

/** A key's file cannot be used. The message goes on a sentence that begins with the file, and never holds any of it. */
public final class UnusableKey extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableKey(String fault, @Nullable Throwable cause) {
        super(fault, cause);
    }

    /** What is wrong with it, as the end of a sentence. */
    public String fault() {
        return String.valueOf(getMessage());
    }
}
