/** The pages about rules in a real browser. */
@NullMarked
package se.statsbidrag.requisition.web.rules;

import org.jspecify.annotations.NullMarked;
