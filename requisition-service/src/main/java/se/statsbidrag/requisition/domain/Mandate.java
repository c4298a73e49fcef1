package se.statsbidrag.requisition.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.DelegateInvited;
import se.statsbidrag.events.DelegateRemoved;
import se.statsbidrag.events.DelegateRole;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.Lapse;
import se.statsbidrag.events.RepresentativeApplied;
import se.statsbidrag.events.RepresentativeApproved;
import se.statsbidrag.events.RepresentativeWithdrawn;
import se.statsbidrag.events.access.MandateRole;
import se.statsbidrag.events.access.Power;

/**
 * An organisation's mandate, one for all grants and all its recipients (R-K4). People are opaque ids.
 *
 * <p>Those whom a representative invited rest on that representative's mandate and lapse with it.
 */
public sealed interface Mandate {
    /** Nobody has ever applied. */
    Mandate NONE = new Vacant(Map.of());

    /** Whoever asked for a mandate or had a power, and has none in force now, with the reason. */
    Map<String, Lapse> lapsed();

    /** An application that waits for an officer. */
    record Application(String applicant, Instant receivedAt) {}

    /**
     * A mandate in force.
     *
     * @param delegates deputies and data coordinators by opaque id
     */
    record Holding(String representative, Map<String, DelegateRole> delegates) {
        public Holding {
            delegates = Map.copyOf(delegates);
        }
    }

    /** No mandate is in force, and nobody applies. */
    record Vacant(Map<String, Lapse> lapsed) implements Mandate {}

    /** No mandate is in force; one person has applied. */
    record AppliedFor(Application application, Map<String, Lapse> lapsed) implements Mandate {}

    /** In force. */
    record InForce(Holding holding, Map<String, Lapse> lapsed) implements Mandate {}

    /** In force, and another person has applied to take over. */
    record BeingReplaced(Holding holding, Application application, Map<String, Lapse> lapsed) implements Mandate {}

    /** The mandate in force. */
    default Optional<Holding> inForce() {
        return switch (this) {
            case Vacant _, AppliedFor _ -> Optional.empty();
            case InForce it -> Optional.of(it.holding());
            case BeingReplaced it -> Optional.of(it.holding());
        };
    }

    /** The application that waits. */
    default Optional<Application> waiting() {
        return switch (this) {
            case Vacant _, InForce _ -> Optional.empty();
            case AppliedFor it -> Optional.of(it.application());
            case BeingReplaced it -> Optional.of(it.application());
        };
    }

    /** How a person stands in it. */
    default Power power(String person) {
        Optional<Holding> holding = inForce();
        if (holding.isPresent()) {
            String representative = holding.get().representative();
            if (representative.equals(person)) {
                return new Power.Held(MandateRole.REPRESENTATIVE, representative);
            }
            DelegateRole role = holding.get().delegates().get(person);
            if (role != null) {
                return new Power.Held(MandateRole.of(role), representative);
            }
        }
        if (waiting().filter(it -> it.applicant().equals(person)).isPresent()) {
            return new Power.Lapsed(Lapse.NOT_APPROVED);
        }
        Lapse lapse = lapsed().get(person);
        return lapse == null ? new Power.Never() : new Power.Lapsed(lapse);
    }

    /** @throws IllegalArgumentException when the event does not fit, which a stream of mandates never holds */
    default Mandate evolve(GrantEvent event) {
        return switch (event) {
            case RepresentativeApplied it ->
                of(inForce().orElse(null), new Application(it.representative(), it.receivedAt()), lapsed());
            case RepresentativeApproved it ->
                of(
                        new Holding(it.representative(), Map.of()),
                        null,
                        without(ended(Lapse.REPLACED), it.representative()));
            case RepresentativeWithdrawn it -> withdrawn(it.representative());
            case DelegateInvited it -> delegate(it.person(), it.role());
            case DelegateRemoved it -> delegate(it.person(), null);
            default ->
                throw new IllegalArgumentException(
                        "not an event of a mandate: " + event.getClass().getSimpleName());
        };
    }

    private Mandate withdrawn(String person) {
        if (waiting().filter(it -> it.applicant().equals(person)).isPresent()) {
            return of(inForce().orElse(null), null, with(lapsed(), person, Lapse.WITHDRAWN));
        }
        return of(null, waiting().orElse(null), ended(Lapse.WITHDRAWN));
    }

    /** Those who lapse when the mandate in force ends, with those who had lapsed before. */
    private Map<String, Lapse> ended(Lapse lapse) {
        Map<String, Lapse> all = new HashMap<>(lapsed());
        inForce().ifPresent(holding -> {
            all.put(holding.representative(), lapse);
            holding.delegates().keySet().forEach(person -> all.put(person, lapse));
        });
        return all;
    }

    private Mandate delegate(String person, @Nullable DelegateRole role) {
        Holding holding = inForce()
                .orElseThrow(() -> new IllegalArgumentException("a delegate rests on a mandate, and none is in force"));
        Map<String, DelegateRole> delegates = new TreeMap<>(holding.delegates());
        if (role == null) {
            delegates.remove(person);
        } else {
            delegates.put(person, role);
        }
        return of(
                new Holding(holding.representative(), delegates),
                waiting().orElse(null),
                role == null ? with(lapsed(), person, Lapse.REMOVED) : without(lapsed(), person));
    }

    private static Mandate of(@Nullable Holding holding, @Nullable Application application, Map<String, Lapse> lapsed) {
        Map<String, Lapse> past = Map.copyOf(lapsed);
        if (holding == null) {
            return application == null ? new Vacant(past) : new AppliedFor(application, past);
        }
        return application == null ? new InForce(holding, past) : new BeingReplaced(holding, application, past);
    }

    private static Map<String, Lapse> with(Map<String, Lapse> lapsed, String person, Lapse lapse) {
        Map<String, Lapse> more = new HashMap<>(lapsed);
        more.put(person, lapse);
        return more;
    }

    private static Map<String, Lapse> without(Map<String, Lapse> lapsed, String person) {
        Map<String, Lapse> fewer = new HashMap<>(lapsed);
        fewer.remove(person);
        return fewer;
    }
}
