/** Reports to the government over REST. */
@NullMarked
package se.statsbidrag.reporting.api.report;

import org.jspecify.annotations.NullMarked;
