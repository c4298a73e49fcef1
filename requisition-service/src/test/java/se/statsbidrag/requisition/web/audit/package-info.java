/** The auditor's pages in a real browser. */
@NullMarked
package se.statsbidrag.requisition.web.audit;

import org.jspecify.annotations.NullMarked;
