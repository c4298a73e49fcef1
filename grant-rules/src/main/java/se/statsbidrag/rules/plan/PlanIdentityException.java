package se.statsbidrag.rules.plan;

/** A plan in which money was created or lost (domain: Pots). It must never be shown or decided on. */
public final class PlanIdentityException extends RuntimeException {
    public PlanIdentityException(String message) {
        super(message);
    }
}
