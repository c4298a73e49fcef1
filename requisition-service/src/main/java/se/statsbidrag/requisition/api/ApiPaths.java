package se.statsbidrag.requisition.api;

/** Where the API stands. */
final class ApiPaths {
    static final String BASE = "/requisition/v1";
    static final String PROGRAMMES = BASE + "/programmes";

    static final String REFERENCE_DATA = BASE + "/reference-data";
    static final String REPRESENTATIVES = BASE + "/representatives";

    static final String LATE_ARRIVALS = BASE + "/late-arrivals";

    static final String WAITING = BASE + "/waiting";

    private ApiPaths() {}
}
