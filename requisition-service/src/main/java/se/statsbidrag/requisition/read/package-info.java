/** What is shown of requisitions, and the list of them: a read model behind the log. */
@NullMarked
package se.statsbidrag.requisition.read;

import org.jspecify.annotations.NullMarked;
