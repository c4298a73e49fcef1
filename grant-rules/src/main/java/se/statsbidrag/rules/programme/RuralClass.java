package se.statsbidrag.rules.programme;

/** How sparsely populated a rural municipality is (R-G2, R-G4). A municipality without a class is not rural. */
public enum RuralClass {
    NEAR_URBAN,
    SPARSE,
    VERY_SPARSE
}
