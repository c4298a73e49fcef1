/** Loads, decides and records what recipients do with what they got, and say about it. */
@NullMarked
package se.statsbidrag.reporting.application.followup;

import org.jspecify.annotations.NullMarked;
