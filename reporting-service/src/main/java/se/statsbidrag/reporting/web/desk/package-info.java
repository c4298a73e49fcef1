/** What officers do with late deliveries and with who answers for which regions. */
@NullMarked
package se.statsbidrag.reporting.web.desk;

import org.jspecify.annotations.NullMarked;
