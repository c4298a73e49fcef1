/** Tables of deliveries and scopes, in the words of the field. */
@NullMarked
package se.statsbidrag.reporting.domain.report;

import org.jspecify.annotations.NullMarked;
