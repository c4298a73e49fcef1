/** What is followed of money, mandates and follow-up reports for lists, prefilling and checks. */
@NullMarked
package se.statsbidrag.reporting.read.followup;

import org.jspecify.annotations.NullMarked;
