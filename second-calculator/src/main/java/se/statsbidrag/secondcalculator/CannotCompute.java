package se.statsbidrag.secondcalculator;

/** The second calculator cannot follow what the logs or a definition say; its message says why. */
public final class CannotCompute extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotCompute(String why) {
        super(why);
    }

    CannotCompute(String why, Throwable cause) {
        super(why, cause);
    }
}
