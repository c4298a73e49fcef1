package se.statsbidrag.events.log;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * A new, empty log and what a test needs around it.
 *
 * @param clock the clock that the log goes by
 * @param moveClock sets that clock on, or back by a negative duration
 */
record LogUnderTest(EventLog log, Transactions transactions, InstantSource clock, Consumer<Duration> moveClock) {}
