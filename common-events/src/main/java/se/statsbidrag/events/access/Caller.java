package se.statsbidrag.events.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who calls, as a verified token says.
 *
 * @param subject the identity provider's opaque id; becomes the actor of events
 * @param roles may be none
 * @param organisationNumbers whom representatives, deputies and data coordinators may act for, as {@code 232100-0016}
 * @param reporters whose deliveries a register feed may send
 * @param authentication assurance level and method, such as {@code loa3;e-identification}; empty when the token has none
 */
public record Caller(
        String subject,
        Set<Role> roles,
        Set<String> organisationNumbers,
        Set<String> reporters,
        String authentication) {
    /** Who did not sign in. */
    public static final Caller NOBODY = new Caller("anonymous", Set.of(), Set.of(), Set.of(), "");

    private static final Set<Role> FOR_ORGANISATIONS =
            EnumSet.of(Role.REPRESENTATIVE, Role.DEPUTY, Role.DATA_COORDINATOR);
    private static final Set<Role> STAFF = EnumSet.of(Role.OFFICER, Role.DECISION_MAKER, Role.ECONOMIST);

    public Caller {
        roles = Set.copyOf(roles);
        organisationNumbers = Set.copyOf(organisationNumbers);
        reporters = Set.copyOf(reporters);
    }

    /** Whether it has one of these roles. */
    public boolean is(Role... any) {
        for (Role role : any) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it works at the agency. */
    public boolean isStaff() {
        return roles.stream().anyMatch(STAFF::contains);
    }

    /** Whether its token binds it to the organisation. Whether its mandate is in force is another question. */
    public boolean mayActFor(String organisationNumber) {
        return roles.stream().anyMatch(FOR_ORGANISATIONS::contains) && organisationNumbers.contains(organisationNumber);
    }

    /** Whether it may send and read this reporter's deliveries as a register feed. */
    public boolean mayReportFor(String reporter) {
        return is(Role.REGISTER_FEED) && reporters.contains(reporter);
    }

    /**
     * Whether it may read what belongs to the organisations: staff, readers and auditors what is anybody's, others only
     * their own.
     */
    public boolean mayReadOf(Collection<String> organisations) {
        return readsAll() || organisations.stream().anyMatch(this::mayActFor);
    }

    /** Whether it may read every recipient's. */
    public boolean readsAll() {
        return isStaff() || is(Role.READER, Role.AUDITOR);
    }
}
