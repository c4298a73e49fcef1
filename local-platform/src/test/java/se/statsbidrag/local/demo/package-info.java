/** Tests of the demonstration year: the same each time, of believable size, each regime as it says. */
@NullMarked
package se.statsbidrag.local.demo;

import org.jspecify.annotations.NullMarked;
