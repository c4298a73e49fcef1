/** Who calls, what each role may do, and the control of two persons. Plain Java: the framework is told elsewhere. */
@NullMarked
package se.statsbidrag.events.access;

import org.jspecify.annotations.NullMarked;
