package se.statsbidrag.rules.programme;

/**
 * The government's decision that a programme rests on; requisitions, accounts and repayments cite its number (R-K3).
 *
 * @param caseNumber the government's case number
 * @param source where it is stated
 */
public record GovernmentDecision(String caseNumber, String source) {}
