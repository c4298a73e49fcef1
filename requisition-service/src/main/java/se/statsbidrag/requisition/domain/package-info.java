/** What may happen to a requisition, a deadline and a programme's versions, as pure functions: time comes in with the command. */
@NullMarked
package se.statsbidrag.requisition.domain;

import org.jspecify.annotations.NullMarked;
