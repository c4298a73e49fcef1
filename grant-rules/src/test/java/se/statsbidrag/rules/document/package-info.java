/** Tests of the rule documents: what is committed is what the code and the data say now. */
@NullMarked
package se.statsbidrag.rules.document;

import org.jspecify.annotations.NullMarked;
