/** Tests of definitions. */
@NullMarked
package se.statsbidrag.rules.programme;

import org.jspecify.annotations.NullMarked;
