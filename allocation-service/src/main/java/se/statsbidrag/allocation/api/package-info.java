/** The REST API under {@code /allocation/v1}. */
@NullMarked
package se.statsbidrag.allocation.api;

import org.jspecify.annotations.NullMarked;
