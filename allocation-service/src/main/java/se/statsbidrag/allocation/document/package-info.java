/** Documents that are sent: decisions as the recipients read them. */
@NullMarked
package se.statsbidrag.allocation.document;

import org.jspecify.annotations.NullMarked;
