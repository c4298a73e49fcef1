package se.statsbidrag.local;

/** Something on this machine stands in the way. The message is one sentence to a person and says what to do. */
public final class LocalFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** A fault that the program found by itself. */
    public LocalFault(String message) {
        super(message);
    }

    /** A fault that another program or the operating system reported. */
    public LocalFault(String message, Throwable cause) {
        super(message, cause);
    }
}
