package se.statsbidrag.events.access;

/** The roles by the names that tokens carry, as {@code @RolesAllowed} wants them. */
public final class Roles {
    /** Ombud: requisitions for the organisations it is bound to. */
    public static final String REPRESENTATIVE = "representative";

    /** Representant: stands in for the representative of the organisations it is bound to. */
    public static final String DEPUTY = "deputy";

    /** Uppgiftssamordnare: fills in for the organisations it is bound to, and submits nothing. */
    public static final String DATA_COORDINATOR = "data-coordinator";

    /** Handläggare. */
    public static final String OFFICER = "officer";

    /** Beslutsfattare. */
    public static final String DECISION_MAKER = "decision-maker";

    /** Ekonom. */
    public static final String ECONOMIST = "economist";

    /** A machine that delivers operation counts for the reporters it is bound to. */
    public static final String REGISTER_FEED = "register-feed";

    /** Another agency's system, which reads. */
    public static final String READER = "reader";

    /** Reads who did what, and proves that nothing was changed. */
    public static final String AUDITOR = "auditor";

    /** Runs the system. */
    public static final String OPERATOR = "operator";

    /** One of our own services, which reads the others' logs. */
    public static final String SISTER_SERVICE = "sister-service";

    private Roles() {}
}
