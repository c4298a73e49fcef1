/** Tests of the whole service, and of its architecture. */
@NullMarked
package se.statsbidrag.reporting;

import org.jspecify.annotations.NullMarked;
