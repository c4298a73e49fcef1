/** Read models: what lists and pages show, derived from the logs and the published plans. */
@NullMarked
package se.statsbidrag.reporting.read;

import org.jspecify.annotations.NullMarked;
