/** Tests of the test parts, with the real programs. */
@NullMarked
package se.statsbidrag.local.test;

import org.jspecify.annotations.NullMarked;
