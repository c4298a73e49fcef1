/** What is shown of requisitions, the list of them, a read model behind the log, and the grant calendar. */
@NullMarked
package se.statsbidrag.requisition.read;

import org.jspecify.annotations.NullMarked;
