/**
 * From facts to the plan: who gets how much from which pot, the digest of it, and the steps that explain every krona.
 */
@NullMarked
package se.statsbidrag.rules.plan;

import org.jspecify.annotations.NullMarked;
