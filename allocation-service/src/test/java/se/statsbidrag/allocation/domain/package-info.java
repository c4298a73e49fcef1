/** The fold of events to facts, in business words. */
@NullMarked
package se.statsbidrag.allocation.domain;

import org.jspecify.annotations.NullMarked;
