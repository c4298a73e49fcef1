/** Tests of the pages in a real browser. */
@NullMarked
package se.statsbidrag.allocation.web;

import org.jspecify.annotations.NullMarked;
