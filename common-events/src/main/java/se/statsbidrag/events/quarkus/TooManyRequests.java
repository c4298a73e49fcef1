package se.statsbidrag.events.quarkus;

/** A caller sends more than its share; says how many seconds to wait. */
final class TooManyRequests extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final long seconds;

    TooManyRequests(Problem problem, long seconds) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
        this.seconds = seconds;
    }

    Problem problem() {
        return problem;
    }

    long seconds() {
        return seconds;
    }
}
