/** Tests of the REST contract. */
@NullMarked
package se.statsbidrag.reporting.api;

import org.jspecify.annotations.NullMarked;
