/** The pages of each recipient's money: what it gets, why, and what changed. */
@NullMarked
package se.statsbidrag.allocation.web;

import org.jspecify.annotations.NullMarked;
