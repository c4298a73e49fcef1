/**
 * The demonstration year: made-up requisitions and operation counts of believable size, played through the public REST
 * API alone. The same regime always gives the same year.
 */
@NullMarked
package se.statsbidrag.local.demo;

import org.jspecify.annotations.NullMarked;
