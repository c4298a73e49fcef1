/** Load, decide, append: what ties the pure decisions to the log, and the definition files to the programmes. */
@NullMarked
package se.statsbidrag.requisition.application;

import org.jspecify.annotations.NullMarked;
