package se.statsbidrag.reporting.application;

import java.io.IOException;
import java.io.InputStream;
import se.statsbidrag.reporting.domain.Intake;

/** The rows of one request, in whichever format they came. Can be read again, when another writer was first. */
@FunctionalInterface
public interface DeliveryRows {
    /** Most rows of one request. */
    int MOST = 200_000;

    /**
     * Hands every row over, and what is wrong with its form; keeps none.
     *
     * @throws se.statsbidrag.events.quarkus.ProblemException 400 when the body cannot be read, 413 when it has too many rows
     */
    void readInto(Intake intake);

    /** Where the rows are read from, anew each time. */
    @FunctionalInterface
    interface Body {
        InputStream open() throws IOException;
    }
}
