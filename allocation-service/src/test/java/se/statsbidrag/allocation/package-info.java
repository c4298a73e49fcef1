/** What holds for the whole service: its architecture, and the plan end to end. */
@NullMarked
package se.statsbidrag.allocation;

import org.jspecify.annotations.NullMarked;
