package se.statsbidrag.requisition.read;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.deadline.DeadlineInForce;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.Logs;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.rules.programme.FollowUp;
import se.statsbidrag.rules.programme.RequisitionRules;
import se.statsbidrag.rules.value.EventReference;

/** The days of all programmes in force, as extensions have left them. */
@ApplicationScoped
public class GrantCalendar {
    private final Programmes programmes;
    private final Logs logs;

    @Inject
    public GrantCalendar(Programmes programmes, Logs logs) {
        this.programmes = programmes;
        this.logs = logs;
    }

    /**
     * Which days are asked for.
     *
     * @param programmes none for all
     * @param kinds none for all
     * @param from the first day
     * @param to the last day
     */
    public record Filter(Set<String> programmes, Set<CalendarKind> kinds, LocalDate from, LocalDate to) {
        public Filter {
            programmes = Set.copyOf(programmes);
            kinds = Set.copyOf(kinds);
        }

        private boolean admits(CalendarEntry entry) {
            return (programmes.isEmpty() || programmes.contains(entry.programme()))
                    && (kinds.isEmpty() || kinds.contains(entry.kind()))
                    && !entry.date().isBefore(from)
                    && !entry.date().isAfter(to);
        }
    }

    /** The days, by date, programme, kind and name. */
    public List<CalendarEntry> entries(Filter filter) {
        return programmes.current().programmes().stream()
                .flatMap(programme -> Stream.concat(
                        openings(programme),
                        programme.deadlines().stream().map(deadline -> entry(programme, deadline))))
                .filter(filter::admits)
                .sorted(Comparator.comparing(CalendarEntry::date)
                        .thenComparing(CalendarEntry::programme)
                        .thenComparing(CalendarEntry::kind)
                        .thenComparing(CalendarEntry::identity))
                .toList();
    }

    /** The first days of all windows that a programme has. */
    private Stream<CalendarEntry> openings(ProgrammeInForce programme) {
        List<CalendarEntry> openings = new ArrayList<>();
        RequisitionRules.Opening requisition =
                programme.definition().requisition().opening();
        if (requisition != null) {
            openings.add(opening(
                    programme,
                    CalendarKind.OPENING,
                    "Första dag för rekvisition",
                    new FollowUp.Opening(requisition.date(), requisition.source(), null)));
        }
        FollowUp followUp = programme.definition().followUp();
        if (followUp != null) {
            openings.add(opening(
                    programme, CalendarKind.FOLLOW_UP_OPENING, "Första dag för återrapportering", followUp.opening()));
            if (followUp.survey() != null) {
                openings.add(opening(
                        programme,
                        CalendarKind.SURVEY_OPENING,
                        "Första dag för svar på enkäten",
                        followUp.survey().opening()));
            }
        }
        return openings.stream();
    }

    private CalendarEntry opening(
            ProgrammeInForce programme, CalendarKind kind, String title, FollowUp.Opening opening) {
        return new CalendarEntry(
                programme.id().value(),
                programme.definition().title().swedish(),
                kind,
                null,
                opening.date(),
                title,
                opening.source(),
                opening.interpretation(),
                null,
                opening.date(),
                recordedAt(programme.activatedBy()),
                programme.activatedBy().log(),
                programme.activatedBy().position());
    }

    private CalendarEntry entry(ProgrammeInForce programme, DeadlineInForce deadline) {
        YearMonth month = deadline.definition().month();
        EventReference setBy = latest(programme.activatedBy(), deadline.extendedBy());
        return new CalendarEntry(
                programme.id().value(),
                programme.definition().title().swedish(),
                CalendarKind.of(deadline.kind()),
                deadline.id().value(),
                deadline.dueDate(),
                deadline.definition().title(),
                deadline.definition().source(),
                deadline.definition().interpretation(),
                month == null ? null : month.toString(),
                deadline.definition().dueDate(),
                recordedAt(setBy),
                setBy.log(),
                setBy.position());
    }

    /** Both stand in the log of this service, so the later one has the greater position. */
    private static EventReference latest(EventReference activated, @Nullable EventReference extended) {
        return extended == null || extended.position() < activated.position() ? activated : extended;
    }

    private Instant recordedAt(EventReference event) {
        return logs.source(event.log())
                .readAfter(event.position() - 1, 1)
                .getFirst()
                .recordedAt();
    }
}
