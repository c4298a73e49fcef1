/** What the tests of several packages share. */
@NullMarked
package se.statsbidrag.rules;

import org.jspecify.annotations.NullMarked;
