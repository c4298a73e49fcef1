/**
 * The words that the law, the logs and the services share: codes and names as types of their own, so that a
 * recipient's code is never taken for a pot's. All are text; what is not in the documented form is refused when made.
 */
@NullMarked
package se.statsbidrag.rules.value;

import org.jspecify.annotations.NullMarked;
