/**
 * Evidence that needs neither database nor service: a log as a file, its verifier, and signed statements of the logs'
 * heads. The command {@code ./audit} begins in {@link se.statsbidrag.events.audit.Audit}.
 */
@NullMarked
package se.statsbidrag.events.audit;

import org.jspecify.annotations.NullMarked;
