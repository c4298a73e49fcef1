/** The officer's desk in a real browser. */
@NullMarked
package se.statsbidrag.requisition.web.desk;

import org.jspecify.annotations.NullMarked;
