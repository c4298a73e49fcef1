/** What reports to the government are composed from, by what was recorded at an instant. */
@NullMarked
package se.statsbidrag.reporting.read.report;

import org.jspecify.annotations.NullMarked;
