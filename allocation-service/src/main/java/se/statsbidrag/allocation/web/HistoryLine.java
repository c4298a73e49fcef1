package se.statsbidrag.allocation.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.value.EventReference;

/**
 * Something that happened to money, in a few words.
 *
 * @param who by name, or an opaque id where no name is known; empty where the reader is not told
 * @param what in the page's language
 * @param amount whole kronor; null where it is not about an amount
 * @param detail Swedish, as recorded; empty for nothing
 * @param reference the event; is written as {@code log:position}
 */
record HistoryLine(
        Instant at, String who, String what, @Nullable Long amount, String detail, EventReference reference) {}
