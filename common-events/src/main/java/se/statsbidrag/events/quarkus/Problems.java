package se.statsbidrag.events.quarkus;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kinds of problem that a caller can meet. Each has a stable name. */
public final class Problems {
    private static final String NAMES = "/problems/";

    /** The kind of problem when one person would be both the first and the second. */
    static final String SECOND_PERSON = NAMES + "second-person";

    private Problems() {}

    /** 422: readable, but wrong. Names the first {@value Problem#MOST_FAULTS} faults, and how many more there are. */
    public static ProblemException invalid(List<Fault> faults) {
        int named = Math.min(faults.size(), Problem.MOST_FAULTS);
        return new ProblemException(new Problem(
                NAMES + "invalid-request",
                "The request is readable but wrong",
                422,
                faults.size() == 1 ? faults.getFirst().fault() : faults.size() + " faults; nothing was recorded",
                null,
                faults.subList(0, named),
                null,
                faults.size() > named ? (long) (faults.size() - named) : null));
    }

    /** 422: readable, but wrong, in one field. */
    public static ProblemException invalid(String field, @Nullable String value, String fault, String action) {
        return invalid(List.of(Fault.of(field, value, fault, action)));
    }

    /** 400: the body cannot be read at all. */
    public static ProblemException unreadable(Fault fault) {
        return new ProblemException(new Problem(
                NAMES + "unreadable-body",
                "The body cannot be read",
                400,
                fault.fault(),
                null,
                List.of(fault),
                fault.action(),
                null));
    }

    /** 404: no such thing, such as {@code programme 'x'}. */
    public static ProblemException notFound(String what) {
        return of(404, "not-found", "Not found", "There is no " + what, "Check the address");
    }

    /** 409: the act does not fit the state that the thing is in. */
    public static ProblemException conflict(String detail, String action) {
        return of(409, "conflict", "The act does not fit the present state", detail, action);
    }

    /** 409: the act does not fit the state that several things are in; each is named. */
    public static ProblemException conflicts(List<Fault> faults) {
        int named = Math.min(faults.size(), Problem.MOST_FAULTS);
        return new ProblemException(new Problem(
                NAMES + "conflict",
                "The act does not fit the present state",
                409,
                faults.size() + " are in another state; nothing was recorded",
                null,
                faults.subList(0, named),
                null,
                faults.size() > named ? (long) (faults.size() - named) : null));
    }

    /** 403: the caller may not do this. */
    public static ProblemException forbidden(String detail, String action) {
        return of(403, "forbidden", "Not allowed", detail, action);
    }

    /** 409: an act that takes two persons, and the second is the first. */
    public static ProblemException samePerson() {
        return of(
                        409,
                        "second-person",
                        "It takes another person",
                        "The one who proposed or sent it may not approve it",
                        "Ask a colleague to look at it")
                .inSwedish("Det krävs en annan person: den som föreslog eller skickade in kan inte också godkänna."
                        + " Be en kollega titta på det.");
    }

    /** 412: what the caller saw is no longer what there is. */
    public static ProblemException changedMeanwhile(String detail) {
        return of(
                        412,
                        "changed-meanwhile",
                        "Changed by another meanwhile",
                        detail,
                        "Read it again, and send the change with the new ETag in If-Match")
                .inSwedish(
                        "Någon annan har ändrat detta sedan du läste det. Läs igenom det som står nu och försök igen.");
    }

    /** 503: nothing was recorded, and it may go better later. */
    public static ProblemException unavailable(String detail) {
        return of(503, "unavailable", "Unavailable for the moment", detail, "Try again in a while")
                .inSwedish("Det går inte just nu, och ingenting har registrerats. Försök igen om en stund.");
    }

    /** 504: not there within the time that the caller would wait. */
    public static ProblemException notYetThere(String detail) {
        return of(
                504, "not-yet-there", "Not yet included", detail, "Ask again, or wait longer with 'wait' (at most 10)");
    }

    /**
     * A problem of any other kind.
     *
     * @param kind the last part of its stable name, lower-case words joined by hyphens
     */
    public static ProblemException of(int status, String kind, String title, String detail, String action) {
        return new ProblemException(new Problem(NAMES + kind, title, status, detail, null, List.of(), action, null));
    }
}
