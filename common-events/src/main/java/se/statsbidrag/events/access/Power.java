package se.statsbidrag.events.access;

import se.statsbidrag.events.Lapse;

/** How a person stands in an organisation's mandate. */
public sealed interface Power {

    /**
     * He acts for the organisation.
     *
     * @param representative opaque id of the representative whose mandate it rests on
     */
    record Held(MandateRole role, String representative) implements Power {}

    /** He asked for a mandate or had a power, and has none in force. */
    record Lapsed(Lapse lapse) implements Power {}

    /** He never had anything to do with it. */
    record Never() implements Power {}
}
