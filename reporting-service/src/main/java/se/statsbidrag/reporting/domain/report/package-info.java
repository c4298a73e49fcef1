/** Reports to the government, composed purely from what was recorded by an instant (R-K9, R-K11, R-T8, R-G7, R-G8). */
@NullMarked
package se.statsbidrag.reporting.domain.report;

import org.jspecify.annotations.NullMarked;
