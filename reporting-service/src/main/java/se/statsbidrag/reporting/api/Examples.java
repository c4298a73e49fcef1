package se.statsbidrag.reporting.api;

/** Examples in the API's description. */
final class Examples {
    static final String CELLS_JSON = """
            {"cells": [{"homeRegion": "23", "performedIn": "24", "provider": "PUBLIC", "procedure": "CATARACT", "count": 41}]}""";

    static final String CELLS_CSV = """
            homeRegion,performedIn,provider,procedure,count
            23,24,PUBLIC,CATARACT,41
            """;

    static final String MANY_JSON = """
            [{"reporter": "patientregistret", "month": "2025-03", "homeRegion": "23", "performedIn": "24",
            "provider": "PUBLIC", "procedure": "CATARACT", "count": 41}]""";

    static final String MANY_CSV = """
            reporter,month,homeRegion,performedIn,provider,procedure,count
            patientregistret,2025-03,23,24,PUBLIC,CATARACT,41
            """;

    static final String OUTCOME = """
            {"reporter": "patientregistret", "month": "2025-03", "revision": 1, "status": "ACCEPTED", "lateFor": [],
            "cells": 1, "added": 1, "changed": 0, "removed": 0, "receivedAt": "2025-04-10T08:00:00Z",
            "recordedAt": "2025-04-10T08:00:00.125Z", "log": "operations", "position": 1}""";

    static final String WHOLE = """
            {"reporter": "patientregistret", "month": "2025-03", "revision": 1, "status": "ACCEPTED", "lateFor": [],
            "cells": [{"homeRegion": "23", "performedIn": "24", "provider": "PUBLIC", "procedure": "CATARACT", "count": 41}],
            "added": 1, "changed": 0, "removed": 0, "receivedAt": "2025-04-10T08:00:00Z",
            "recordedAt": "2025-04-10T08:00:00.125Z", "log": "operations", "position": 1,
            "inForceForStatistics": true, "inForceForMoney": [], "revisions": 1}""";

    static final String DELIVERIES = """
            {"deliveries": [{"reporter": "patientregistret", "month": "2025-03", "revision": 1, "status": "ACCEPTED",
            "lateFor": [], "cells": 1, "receivedAt": "2025-04-10T08:00:00Z", "recordedAt": "2025-04-10T08:00:00.125Z",
            "log": "operations", "position": 1}], "page": 1, "limit": 20, "total": 1}""";

    static final String SCOPE_REQUEST = """
            {"performedIn": ["23"], "fromMonth": "2025-02"}""";

    static final String SCOPE = """
            {"reporter": "region-jamtland-harjedalen", "performedIn": ["23"], "fromMonth": "2025-02",
            "log": "operations", "position": 1}""";

    static final String SCOPES = """
            {"reporters": [{"reporter": "patientregistret", "answersForTheRest": true, "performedIn": []},
            {"reporter": "region-jamtland-harjedalen", "answersForTheRest": false, "performedIn": ["23"],
            "fromMonth": "2025-02", "log": "operations", "position": 1}], "page": 1, "limit": 20, "total": 2}""";

    static final String OPERATIONS = """
            {"operations": [{"month": "2025-03", "homeRegion": "23", "procedure": "CATARACT", "place": "OTHER_REGION",
            "count": 41, "countLastYear": 37, "difference": 4}], "page": 1, "limit": 20, "total": 1}""";

    private Examples() {}
}
