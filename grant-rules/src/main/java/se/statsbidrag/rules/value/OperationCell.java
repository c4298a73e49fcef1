package se.statsbidrag.rules.value;

/**
 * How many operations of one kind were performed in one region, by public or private care, on one region's
 * inhabitants, in the month that the delivery is about (domain: Operation counts).
 *
 * @param homeRegion where the patient lives
 * @param performedIn where the operation was performed
 * @param provider the performing region's own care or a private provider there
 * @param procedure the kind of operation
 * @param count number of operations, 0 to {@value #MOST}
 */
public record OperationCell(
        RecipientCode homeRegion, RecipientCode performedIn, Provider provider, Procedure procedure, int count) {
    public static final int MOST = 100_000;

    public OperationCell {
        if (count < 0 || count > MOST) {
            throw new IllegalArgumentException("count " + count + " is not between 0 and " + MOST);
        }
    }

    /** Where the operation was performed as seen from the patient's home region (R-K9). */
    public Place place() {
        if (provider == Provider.PRIVATE) {
            return Place.PRIVATE_PROVIDER;
        }
        return homeRegion.equals(performedIn) ? Place.HOME_REGION : Place.OTHER_REGION;
    }
}
