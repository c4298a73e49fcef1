package se.statsbidrag.events.quarkus;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets a reader see what was recorded: waits until read models include the positions that the caller names. */
@ApplicationScoped
public class Positions {

    /**
     * Returns once all these positions are included.
     *
     * @param after each {@code <log>:<position>}; none for no waiting
     * @param waitSeconds how long at most, 0 to 10; null for 0
     * @throws ProblemException 422 for what is not such a position or an unknown log, 504 saying how far they have come
     */
    public void await(List<String> after, @Nullable Integer waitSeconds) {
        throw new UnsupportedOperationException("follows shortly");
    }
}
