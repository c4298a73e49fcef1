/** What the services' pages share: their frame and navigation, the languages, sign-in, live figures, export of tables. */
@NullMarked
package se.statsbidrag.pages;

import org.jspecify.annotations.NullMarked;
