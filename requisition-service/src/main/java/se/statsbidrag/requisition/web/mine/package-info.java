/** The e-service: recipients' mandates, cases and requisitions, and the grant calendar. */
@NullMarked
package se.statsbidrag.requisition.web.mine;

import org.jspecify.annotations.NullMarked;
