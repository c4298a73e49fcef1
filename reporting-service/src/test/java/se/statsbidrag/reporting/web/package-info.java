/** Tests of the pages in a real browser. */
@NullMarked
package se.statsbidrag.reporting.web;

import org.jspecify.annotations.NullMarked;
