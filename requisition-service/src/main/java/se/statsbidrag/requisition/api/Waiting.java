package se.statsbidrag.requisition.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.quarkus.Positions;
import se.statsbidrag.events.quarkus.Problems;

/** The parameters {@code after} and {@code wait} of lists. */
@ApplicationScoped
public class Waiting {
    private final Positions positions;

    @Inject
    public Waiting(Positions positions) {
        this.positions = positions;
    }

    /** Returns once all these positions are included, or answers 504 or 422. */
    void until(@Nullable List<String> after, @Nullable String wait) {
        if (wait != null && !wait.matches("[0-9]{1,4}")) {
            throw Problems.invalid("wait", wait, "It is not a number of seconds from 0 to 10", "Send such a number");
        }
        positions.await(after == null ? List.of() : after, wait == null ? null : Integer.valueOf(wait));
    }
}
