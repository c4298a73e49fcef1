package se.statsbidrag.events.quarkus;

/**
 * Says which proposals of one kind of act are still of use. A proposal stays open in the log when what it is about has been
 * settled in another way, as when an extended deadline lets in what waited to be admitted; nobody need be shown it then.
 */
public interface ProposalsOfUse {
    /** The kind of act. */
    String act();

    /** Whether what was proposed can still be brought about. */
    boolean isOfUse(String subject);
}
