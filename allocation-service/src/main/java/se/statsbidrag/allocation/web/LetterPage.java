package se.statsbidrag.allocation.web;

import se.statsbidrag.allocation.application.DecisionLetter;

/**
 * A decision as a recipient reads it.
 *
 * @param file where it is as PDF
 */
record LetterPage(String programme, DecisionLetter letter, String file) {}
