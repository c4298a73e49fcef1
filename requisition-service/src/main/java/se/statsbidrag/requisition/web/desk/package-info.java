/** The officer's desk: what waits, one case at a time, and what is done with it. */
@NullMarked
package se.statsbidrag.requisition.web.desk;

import org.jspecify.annotations.NullMarked;
