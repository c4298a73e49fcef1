/** How a service follows logs, its own and others': watermark, gaps, and what is derived, in one transaction. */
@NullMarked
package se.statsbidrag.events.inbox;

import org.jspecify.annotations.NullMarked;
