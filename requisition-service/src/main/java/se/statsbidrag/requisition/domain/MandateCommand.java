package se.statsbidrag.requisition.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.DelegateRole;

/** What is asked to be done with an organisation's mandate. */
public sealed interface MandateCommand {

    /** Opaque id of who asks. */
    String by();

    /** A person applies for himself. */
    record Apply(String by, Instant receivedAt) implements MandateCommand {}

    /** An officer approves the application that waits. */
    record Approve(String by, String reason) implements MandateCommand {}

    /**
     * A person ends his mandate or takes his application back, or an officer does it.
     *
     * @param officer whether an officer asks
     * @param representative whose; null for one's own, and for the only one that there is when an officer asks
     */
    record Withdraw(String by, boolean officer, @Nullable String representative, String reason)
            implements MandateCommand {}

    /** A person is to act for the organisation in a role. */
    record Invite(String by, DelegateRole role, String person) implements MandateCommand {}

    /** A person is to act in a role no longer. */
    record Remove(String by, DelegateRole role, String person) implements MandateCommand {}
}
