/** Tests of the package of the same name. */
@NullMarked
package se.statsbidrag.rules.money;

import org.jspecify.annotations.NullMarked;
