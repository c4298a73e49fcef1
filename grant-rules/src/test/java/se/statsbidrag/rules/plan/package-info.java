/** Tests of the package of the same name. */
@NullMarked
package se.statsbidrag.rules.plan;

import org.jspecify.annotations.NullMarked;
