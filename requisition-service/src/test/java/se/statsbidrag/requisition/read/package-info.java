/** Tests of what is shown of requisitions. */
@NullMarked
package se.statsbidrag.requisition.read;

import org.jspecify.annotations.NullMarked;
