/** Reports as files that can be sent: tables, workbooks and PDF. The same content gives the same bytes. */
@NullMarked
package se.statsbidrag.reporting.document;

import org.jspecify.annotations.NullMarked;
