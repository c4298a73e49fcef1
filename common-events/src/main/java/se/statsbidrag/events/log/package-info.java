/** The log: dense, commit-ordered, hash-chained; its port and its two stores. Only this package writes a log. */
@NullMarked
package se.statsbidrag.events.log;

import org.jspecify.annotations.NullMarked;
