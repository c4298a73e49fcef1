/** Tests of what recipients do with what they got, and say about it. */
@NullMarked
package se.statsbidrag.reporting.api.followup;

import org.jspecify.annotations.NullMarked;
