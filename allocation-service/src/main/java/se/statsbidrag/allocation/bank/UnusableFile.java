package se.statsbidrag.allocation.bank;

/** A bank's file that cannot be used at all. Nothing of it is taken in. */
public final class UnusableFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean readable;
    private final String field;

    private UnusableFile(boolean readable, String field, String message) {
        super(message);
        this.readable = readable;
        this.field = field;
    }

    /** It is no XML document of the kind: cut off, another format, or with a document type of its own. */
    static UnusableFile unreadable(String message) {
        return new UnusableFile(false, "", message);
    }

    /**
     * It can be read, but something in it is missing or contradicts itself.
     *
     * @param field the element at fault
     */
    static UnusableFile wrong(String field, String message) {
        return new UnusableFile(true, field, message);
    }

    /** Whether it could be read at all. */
    public boolean readable() {
        return readable;
    }

    /** The element at fault; empty when it could not be read. */
    public String field() {
        return field;
    }
}
