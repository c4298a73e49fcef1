/** Tables of deliveries and scopes, in the words of the field. */
@NullMarked
package se.statsbidrag.reporting.domain;

import org.jspecify.annotations.NullMarked;
