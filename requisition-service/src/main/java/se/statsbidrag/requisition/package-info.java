/** Programmes, representatives, requisitions and their deadlines. */
@NullMarked
package se.statsbidrag.requisition;

import org.jspecify.annotations.NullMarked;
