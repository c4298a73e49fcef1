/** The REST contract: bodies in, documents and problems out. */
@NullMarked
package se.statsbidrag.reporting.api;

import org.jspecify.annotations.NullMarked;
