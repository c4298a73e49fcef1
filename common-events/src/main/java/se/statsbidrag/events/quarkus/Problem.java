package se.statsbidrag.events.quarkus;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457), sent as {@code application/problem+json}.
 *
 * @param type a stable name of the kind of problem, {@code /problems/<kind>}
 * @param title the kind of problem in words
 * @param status the HTTP status
 * @param detail what went wrong this time
 * @param instance the path asked for
 * @param faults all that is wrong with the request, at most {@value #MOST_FAULTS}; empty when it is nothing in the request
 * @param action what to do about it; null where the faults say so
 * @param further how many more faults there are than those named; null for none
 * @param swedish what went wrong and what to do, in Swedish; null where only machines ask
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        List<Fault> faults,
        @Nullable String action,
        @Nullable Long further,
        @Nullable String swedish) {
    /** Faults named in one problem document; of the rest only the number is given. */
    public static final int MOST_FAULTS = 100;

    public Problem {
        faults = List.copyOf(faults);
    }

    /** One without what people read. */
    public Problem(
            String type,
            String title,
            int status,
            String detail,
            @Nullable String instance,
            List<Fault> faults,
            @Nullable String action,
            @Nullable Long further) {
        this(type, title, status, detail, instance, faults, action, further, null);
    }

    Problem at(String path) {
        return new Problem(type, title, status, detail, path, faults, action, further, swedish);
    }

    Problem inSwedish(String text) {
        return new Problem(type, title, status, detail, instance, faults, action, further, text);
    }
}
