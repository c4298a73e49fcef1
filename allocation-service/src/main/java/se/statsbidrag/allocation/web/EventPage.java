package se.statsbidrag.allocation.web;

import java.time.Instant;
import java.util.List;

/**
 * An event that a calculation rests on.
 *
 * @param happened what it is, in the page's language
 * @param facts what it says
 * @param cells the recipient's own operations, where it is a delivery
 * @param delivery whether it is one
 */
record EventPage(
        Subject subject,
        String log,
        long position,
        String happened,
        Instant recordedAt,
        List<Fact> facts,
        List<Cell> cells,
        boolean delivery) {

    /** A name in the page's language, and what the event says. */
    record Fact(String name, String value) {}

    /** Operations in one place by one kind of provider. */
    record Cell(String procedure, String performedIn, String provider, long count) {}
}
