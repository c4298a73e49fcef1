/** The plans as they are stored, shown and published; all of it follows the logs and can be rebuilt from them. */
@NullMarked
package se.statsbidrag.allocation.read;

import org.jspecify.annotations.NullMarked;
