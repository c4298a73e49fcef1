/** Tests of the pages of follow-up in a real browser. */
@NullMarked
package se.statsbidrag.reporting.web.followup;

import org.jspecify.annotations.NullMarked;
