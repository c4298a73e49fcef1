/** Tests of what holds for the whole module. */
@NullMarked
package se.statsbidrag.events;

import org.jspecify.annotations.NullMarked;
