/** The e-service in a real browser. */
@NullMarked
package se.statsbidrag.requisition.web.mine;

import org.jspecify.annotations.NullMarked;
