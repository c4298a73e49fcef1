package se.statsbidrag.requisition.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.ProgrammeVersionProposed;

/**
 * One version of a programme's definition, and what became of it.
 *
 * @param proposed who proposed it, when and why
 * @param activated who put it in force; null while nobody has
 * @param returned who returned it; null when nobody has
 */
public record ProgrammeVersion(
        ProgrammeVersionProposed proposal,
        Act proposed,
        @Nullable Act activated,
        @Nullable Act returned) {

    /** Where a version stands. */
    public enum State {
        /** Waits for a second person. */
        PROPOSED,
        /** Rules its programme. */
        IN_FORCE,
        /** Was in force until another version came, or was passed over by a later proposal. */
        REPLACED,
        /** Was returned by a person, and can no longer be put in force. */
        RETURNED
    }

    /**
     * What somebody did.
     *
     * @param actor opaque id, or {@code system:…}
     * @param position of the event in the log
     * @param reason empty where none was given
     */
    public record Act(String actor, Instant at, long position, String reason) {}

    /** Its number. */
    public int number() {
        return proposal.version();
    }

    ProgrammeVersion activatedBy(Act act) {
        return new ProgrammeVersion(proposal, proposed, act, returned);
    }

    ProgrammeVersion returnedBy(Act act) {
        return new ProgrammeVersion(proposal, proposed, activated, act);
    }
}
