package se.statsbidrag.local.demo;

/**
 * How many operations of one kind were performed on one region's inhabitants in one place during a month.
 *
 * @param homeRegion where the patients live, two digits
 * @param performedIn where they were operated on, two digits
 * @param provider {@code PUBLIC} or {@code PRIVATE}
 * @param procedure the REST contract's name of the procedure
 * @param count how many, above 0
 */
record CountedCell(String homeRegion, String performedIn, String provider, Procedure procedure, int count) {

    CountedCell withCount(int other) {
        return new CountedCell(homeRegion, performedIn, provider, procedure, other);
    }

    /** A row of the deliveries' CSV format, without reporter and month. */
    String row() {
        return String.join(",", homeRegion, performedIn, provider, procedure.name(), Integer.toString(count));
    }
}
