package se.statsbidrag.reporting.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.statsbidrag.events.OperationsReported;
import se.statsbidrag.rules.value.OperationCell;
import se.statsbidrag.rules.value.Procedure;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.Provider;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * All that one reporter has delivered for one month, folded from its stream. Each delivery replaces the one before it as a
 * whole; what was replaced stays readable.
 *
 * @param revisions in order, the first being revision 1
 * @param admissions the late revisions that two persons let in
 */
public record Delivery(DeliveryKey key, List<Revision> revisions, Set<Admission> admissions) {
    private static final Comparator<OperationCell> ORDER = Comparator.comparing(OperationCell::homeRegion)
            .thenComparing(OperationCell::performedIn)
            .thenComparing(OperationCell::provider)
            .thenComparing(OperationCell::procedure);

    public Delivery {
        revisions = List.copyOf(revisions);
        admissions = Set.copyOf(admissions);
    }

    /** A late revision moves one programme's money as if it had come in time. */
    public record Admission(ProgrammeId programme, int revision) {}

    /** Nothing has been delivered. */
    public static Delivery none(DeliveryKey key) {
        return new Delivery(key, List.of(), Set.of());
    }

    public Delivery evolve(Revision revision) {
        List<Revision> next = new ArrayList<>(revisions);
        next.add(revision);
        return new Delivery(key, next, admissions);
    }

    /** The latest: it counts in statistics at once. */
    public Optional<Revision> inForce() {
        return revisions.isEmpty() ? Optional.empty() : Optional.of(revisions.getLast());
    }

    public Optional<Revision> revision(int number) {
        return revisions.stream()
                .filter(each -> each.delivered().revision() == number)
                .findFirst();
    }

    /** The programmes that a revision came too late for, those that let it in left out. */
    public List<ProgrammeId> lateFor(Revision revision, IntakeRules rules) {
        return rules.lateFor(key.month(), revision.delivered().receivedAt()).stream()
                .filter(programme -> !admissions.contains(
                        new Admission(programme, revision.delivered().revision())))
                .toList();
    }

    /**
     * The programmes whose money a revision moves: those whose period holds the month and for which it is the latest that
     * was received before the end of the cut-off in force, or admitted (domain: Late arrivals).
     */
    public List<ProgrammeId> inForceForMoney(Revision revision, IntakeRules rules) {
        return rules.programmesOf(key.month()).stream()
                .filter(programme -> revisions.reversed().stream()
                        .filter(each -> !lateFor(each, rules).contains(programme))
                        .findFirst()
                        .filter(revision::equals)
                        .isPresent())
                .toList();
    }

    /** What sending these cells comes to; cells of 0 say the same as no cell, so they are left out. */
    public Decision decide(List<OperationCell> cells, Instant receivedAt, IntakeRules rules) {
        List<OperationCell> sorted =
                cells.stream().filter(cell -> cell.count() > 0).sorted(ORDER).toList();
        Optional<Revision> current = inForce();
        if (current.isPresent() && current.get().delivered().cells().equals(sorted)) {
            Revision same = current.get();
            return new Decision.Unchanged(same, lateFor(same, rules));
        }
        int revision = current.map(each -> each.delivered().revision()).orElse(0) + 1;
        return new Decision.Recorded(
                new OperationsReported(key.reporter(), key.month(), revision, receivedAt, sorted),
                Difference.between(current.map(each -> each.delivered().cells()).orElse(List.of()), sorted),
                rules.lateFor(key.month(), receivedAt));
    }

    /** What a revision differs by from the one before it. */
    public Difference differenceOf(Revision revision) {
        int before = revision.delivered().revision() - 1;
        return Difference.between(
                revision(before).map(each -> each.delivered().cells()).orElse(List.of()),
                revision.delivered().cells());
    }

    /** What sending a delivery comes to. */
    public sealed interface Decision {
        List<ProgrammeId> lateFor();

        /** To be recorded as a new revision. */
        record Recorded(OperationsReported event, Difference difference, List<ProgrammeId> lateFor)
                implements Decision {
            public Recorded {
                lateFor = List.copyOf(lateFor);
            }

            public DeliveryStatus status() {
                return lateFor.isEmpty() ? DeliveryStatus.ACCEPTED : DeliveryStatus.LATE;
            }
        }

        /** The same as what is in force. */
        record Unchanged(Revision inForce, List<ProgrammeId> lateFor) implements Decision {
            public Unchanged {
                lateFor = List.copyOf(lateFor);
            }
        }
    }

    /** How many cells a delivery adds, changes and removes; a cell of 0 is no cell. */
    public record Difference(int added, int changed, int removed) {
        public static final Difference NONE = new Difference(0, 0, 0);

        static Difference between(List<OperationCell> before, List<OperationCell> after) {
            Map<Place, Integer> counts = new HashMap<>();
            before.forEach(cell -> counts.put(Place.of(cell), cell.count()));
            int added = 0;
            int changed = 0;
            for (OperationCell cell : after) {
                Integer was = counts.remove(Place.of(cell));
                if (was == null) {
                    added++;
                } else if (was != cell.count()) {
                    changed++;
                }
            }
            return new Difference(added, changed, counts.size());
        }

        private record Place(
                RecipientCode homeRegion, RecipientCode performedIn, Provider provider, Procedure procedure) {
            static Place of(OperationCell cell) {
                return new Place(cell.homeRegion(), cell.performedIn(), cell.provider(), cell.procedure());
            }
        }
    }
}
