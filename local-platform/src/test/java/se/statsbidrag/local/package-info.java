/** Tests of the launcher's pieces, with real processes and ports. */
@NullMarked
package se.statsbidrag.local;

import org.jspecify.annotations.NullMarked;
