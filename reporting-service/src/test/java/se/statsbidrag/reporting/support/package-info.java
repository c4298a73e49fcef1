/** What tests of the whole service share: the parts it needs, and what other services would have told it. */
@NullMarked
package se.statsbidrag.reporting.support;

import org.jspecify.annotations.NullMarked;
