package se.statsbidrag.events.quarkus;

import java.time.Instant;
import java.util.OptionalLong;
import se.statsbidrag.events.access.Caller;
import se.statsbidrag.events.log.Origin;

/**
 * What a command brings besides its body.
 *
 * @param receivedAt when the server had its last byte, by the business clock (2017:900, 22 §)
 * @param origin who sent it, and in which call; goes into the events as it is
 * @param caller who sent it, and what it may do
 * @param ifMatch the version of the thing that the caller saw; empty when the caller did not say
 */
public record Command(Instant receivedAt, Origin origin, Caller caller, OptionalLong ifMatch) {

    /** The same command of a caller who saw this version of the thing: a form says it in a field, not in {@code If-Match}. */
    public Command seeing(long version) {
        return new Command(receivedAt, origin, caller, OptionalLong.of(version));
    }

    /**
     * Ends the command with 412 when the caller saw another version than the one that there is.
     *
     * @param version of the thing now
     */
    public void requireMatch(long version) {
        if (ifMatch.isPresent() && ifMatch.getAsLong() != version) {
            throw Problems.changedMeanwhile(
                    "You saw version " + ifMatch.getAsLong() + "; it has version " + version + " now");
        }
    }
}
