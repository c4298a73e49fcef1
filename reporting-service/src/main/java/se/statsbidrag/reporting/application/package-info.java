/** Commands: load the streams, let the domain decide, append. */
@NullMarked
package se.statsbidrag.reporting.application;

import org.jspecify.annotations.NullMarked;
