/** What several tests use: the shipped definition, and logs to write in. */
@NullMarked
package se.statsbidrag.allocation.support;

import org.jspecify.annotations.NullMarked;
