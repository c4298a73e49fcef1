package se.statsbidrag.rules.value;

/** The kinds of thing that a follow-up report is made of. */
public enum FollowUpPart {
    /** What the money was used for. */
    USE,
    /** What came of it. */
    RESULTS,
    /** The results held against the purpose of the grant. */
    RESULTS_AGAINST_PURPOSE,
    /** Ekonomisk redovisning. */
    FINANCIAL_STATEMENT,
    /** Capacity needed, capacity there is, and how the two are balanced. */
    PRODUCTION_PLAN,
    /** The results held against what was agreed. */
    RESULTS_AGAINST_AGREEMENT
}
