/** Tests of reports to the government on pages. */
@NullMarked
package se.statsbidrag.reporting.web.report;

import org.jspecify.annotations.NullMarked;
