/** Tests of what follows from facts. */
@NullMarked
package se.statsbidrag.allocation.application;

import org.jspecify.annotations.NullMarked;
