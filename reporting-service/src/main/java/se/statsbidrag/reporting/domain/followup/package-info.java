/** What recipients do with what they got, and say about it afterwards: activity plans, follow-up reports, the survey. */
@NullMarked
package se.statsbidrag.reporting.domain.followup;

import org.jspecify.annotations.NullMarked;
