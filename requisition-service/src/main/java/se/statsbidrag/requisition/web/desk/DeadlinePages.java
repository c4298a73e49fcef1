package se.statsbidrag.requisition.web.desk;

import jakarta.enterprise.context.RequestScoped;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.access.Role;
import se.statsbidrag.events.deadline.DeadlineInForce;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.pages.Form;
import se.statsbidrag.requisition.api.Lookup;
import se.statsbidrag.requisition.application.Deadlines;
import se.statsbidrag.requisition.read.LateArrivalView;
import se.statsbidrag.requisition.web.desk.DeskRows.DeadlineLate;
import se.statsbidrag.requisition.web.desk.DeskRows.DeadlineRow;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.DeadlineKind;
import se.statsbidrag.rules.programme.Shares;
import se.statsbidrag.rules.value.RecipientCode;

/** Puts together what the desk shows of deadlines, and what another day would let in. */
@RequestScoped
public class DeadlinePages {
    private final Programmes programmes;
    private final Lookup lookup;
    private final Deadlines deadlines;
    private final DeskLists lists;
    private final CurrentCaller current;
    private final Words words;

    DeadlinePages(
            Programmes programmes,
            Lookup lookup,
            Deadlines deadlines,
            DeskLists lists,
            CurrentCaller current,
            Words words) {
        this.programmes = programmes;
        this.lookup = lookup;
        this.deadlines = deadlines;
        this.lists = lists;
        this.current = current;
        this.words = words;
    }

    DeskRows.Deadlines all(String done) {
        return new DeskRows.Deadlines(
                programmes.current().programmes().stream()
                        .flatMap(programme -> programme.deadlines().stream().map(deadline -> row(programme, deadline)))
                        .sorted(Comparator.comparing(DeadlineRow::passed)
                                .thenComparing(DeadlineRow::dueDate)
                                .thenComparing(DeadlineRow::programme))
                        .toList(),
                words.done(done));
    }

    private static DeadlineRow row(ProgrammeInForce programme, DeadlineInForce deadline) {
        return new DeadlineRow(
                programme.id().value(),
                programme.definition().title().swedish(),
                deadline.id().value(),
                deadline.definition().title(),
                deadline.dueDate(),
                deadline.definition().dueDate(),
                deadline.passed(),
                deadline.definition().source());
    }

    /** @param proposed the day to be, as it was typed */
    DeskRows.DeadlinePage page(String name, String id, String proposed, Form form) {
        ProgrammeInForce programme = lookup.programme(name);
        DeadlineInForce deadline = lookup.deadline(programme, id);
        LocalDate day = day(proposed);
        List<DeadlineLate> late = deadline.kind() == DeadlineKind.REQUISITION
                ? lists.undecidedLate(programme.id()).stream()
                        .map(arrival -> late(programme, arrival, day))
                        .toList()
                : List.of();
        return new DeskRows.DeadlinePage(
                row(programme, deadline),
                deadline.kind() == DeadlineKind.REQUISITION,
                deadline.kind() == DeadlineKind.DELIVERY_CUT_OFF,
                deadlines.version(programme.id(), deadline.id()),
                day == null ? "" : day.toString(),
                late,
                late.stream()
                        .filter(DeadlineLate::inTime)
                        .mapToLong(DeadlineLate::amount)
                        .sum(),
                current.get().is(Role.OFFICER),
                form);
    }

    private DeadlineLate late(ProgrammeInForce programme, LateArrivalView arrival, @Nullable LocalDate day) {
        Long amount = arrival.amount();
        return new DeadlineLate(
                lists.recipient(arrival.programme(), arrival.recipient()),
                "/cases/desk/" + arrival.programme() + "/" + arrival.recipient(),
                arrival.receivedAt(),
                amount == null
                        ? Shares.of(programme.definition()).total(new RecipientCode(arrival.recipient()))
                        : amount,
                day != null && DeadlineDay.inTime(arrival.receivedAt(), day));
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            // What is wrong with it is told when it is sent.
            return null;
        }
    }
}
