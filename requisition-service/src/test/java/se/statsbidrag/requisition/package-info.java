/** What holds for the whole service. */
@NullMarked
package se.statsbidrag.requisition;

import org.jspecify.annotations.NullMarked;
