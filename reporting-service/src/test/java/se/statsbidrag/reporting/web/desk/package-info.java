/** The officers' pages of late deliveries in a real browser. */
@NullMarked
package se.statsbidrag.reporting.web.desk;

import org.jspecify.annotations.NullMarked;
