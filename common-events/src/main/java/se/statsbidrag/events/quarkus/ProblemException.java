package se.statsbidrag.events.quarkus;

/** Ends a request with a problem document and undoes all that it did. Made by {@link Problems}. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.status() + " " + problem.type() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    /** The same with what people read. */
    public ProblemException inSwedish(String text) {
        return new ProblemException(problem.inSwedish(text));
    }
}
