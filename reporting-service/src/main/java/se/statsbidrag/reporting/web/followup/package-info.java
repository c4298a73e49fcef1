/** Pages of activity plans and follow-up reports: the recipient's forms, and the agency's list. */
@NullMarked
package se.statsbidrag.reporting.web.followup;

import org.jspecify.annotations.NullMarked;
