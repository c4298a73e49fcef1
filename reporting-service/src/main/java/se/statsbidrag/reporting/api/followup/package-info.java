/** Activity plans with costs, follow-up reports and the survey over REST. */
@NullMarked
package se.statsbidrag.reporting.api.followup;

import org.jspecify.annotations.NullMarked;
