/**
 * Files to and from the bank (ISO 20022): orders to pay (pain.001), what became of them (pain.002) and statements of account
 * (camt.053). The only package that knows the library of their formats.
 */
@NullMarked
package se.statsbidrag.allocation.bank;

import org.jspecify.annotations.NullMarked;
