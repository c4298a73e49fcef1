/** Deliveries of operation counts, follow-up and dashboards. */
@NullMarked
package se.statsbidrag.reporting;

import org.jspecify.annotations.NullMarked;
