package se.statsbidrag.events.quarkus;

/** The most that a request may hold. */
final class RequestSize {
    /** 20 MB, as the API promises to take. */
    static final long MOST_BYTES = 20L * 1024 * 1024;

    private RequestSize() {}

    static Problem tooLarge() {
        return Problems.of(
                        413,
                        "too-large",
                        "The body is too large",
                        "A request may hold at most 20 MB; nothing was recorded",
                        "Split it into several requests")
                .problem();
    }
}
