package se.statsbidrag.events.log;

/** What is known of a command's key when the command begins. */
public sealed interface Claim {

    /** Nobody used the key before: carry the command out and {@link Receipts#complete complete} it. */
    record New() implements Claim {}

    /** The same command was carried out: give the same answer and do nothing. */
    record Repeated(StoredAnswer answer) implements Claim {}

    /** The key was used for another body: refuse. */
    record OtherBody() implements Claim {}
}
