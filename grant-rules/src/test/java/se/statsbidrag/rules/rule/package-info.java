/** Tests of the package of the same name. */
@NullMarked
package se.statsbidrag.rules.rule;

import org.jspecify.annotations.NullMarked;
