/**
 * A second, naive calculator of queue grants and share grants, written from the domain's rules alone: plain loops and big integers. It
 * shares no code with the rules that it checks, so a slip in one shows as a difference.
 */
@NullMarked
package se.statsbidrag.secondcalculator;

import org.jspecify.annotations.NullMarked;
