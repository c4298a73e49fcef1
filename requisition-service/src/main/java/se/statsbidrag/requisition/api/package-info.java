/** The REST API: {@code /requisition/v1}. */
@NullMarked
package se.statsbidrag.requisition.api;

import org.jspecify.annotations.NullMarked;
