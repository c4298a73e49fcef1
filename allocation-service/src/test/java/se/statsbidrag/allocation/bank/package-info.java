/** Tests of files to and from the bank, and what they share. */
@NullMarked
package se.statsbidrag.allocation.bank;

import org.jspecify.annotations.NullMarked;
