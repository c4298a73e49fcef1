/**
 * The rules of the grants, one small class each, citing its rule number and paragraph. Pure functions of a definition
 * and facts; what they return is enough to explain the result.
 */
@NullMarked
package se.statsbidrag.rules.rule;

import org.jspecify.annotations.NullMarked;
