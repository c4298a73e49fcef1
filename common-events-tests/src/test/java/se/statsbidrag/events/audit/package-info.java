/** Tests of exports, their verifier, signed statements and the command. */
@NullMarked
package se.statsbidrag.events.audit;

import org.jspecify.annotations.NullMarked;
