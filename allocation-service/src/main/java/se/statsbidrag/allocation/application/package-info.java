/** From facts to plans, and what officers do about them. */
@NullMarked
package se.statsbidrag.allocation.application;

import org.jspecify.annotations.NullMarked;
