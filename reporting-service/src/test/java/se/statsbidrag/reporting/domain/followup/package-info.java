/** Tests of what recipients do with what they got, and say about it. */
@NullMarked
package se.statsbidrag.reporting.domain.followup;

import org.jspecify.annotations.NullMarked;
