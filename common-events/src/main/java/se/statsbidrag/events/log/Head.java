package se.statsbidrag.events.log;

import java.time.Instant;

/**
 * How far a log has come.
 *
 * @param position of its last event; 0 when it is empty
 * @param hash of its last event; 64 zeros when it is empty
 * @param time nothing more will be recorded at or before it
 */
public record Head(String log, long position, String hash, Instant time) {

    Head at(Instant newTime) {
        return new Head(log, position, hash, newTime);
    }
}
