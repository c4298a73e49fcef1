/** Tables in business words for what may happen to a requisition. */
@NullMarked
package se.statsbidrag.requisition.domain;

import org.jspecify.annotations.NullMarked;
