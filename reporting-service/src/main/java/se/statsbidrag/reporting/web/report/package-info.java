/** The pages of reports to the government. */
@NullMarked
package se.statsbidrag.reporting.web.report;

import org.jspecify.annotations.NullMarked;
