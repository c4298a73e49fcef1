package se.statsbidrag.reporting.read;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.quarkus.ProposalsOfUse;
import se.statsbidrag.reporting.application.LateDeliveries;
import se.statsbidrag.reporting.application.LateDelivery;
import se.statsbidrag.reporting.application.Reporting;
import se.statsbidrag.reporting.domain.CutOff;
import se.statsbidrag.reporting.domain.DeliveryKey;
import se.statsbidrag.reporting.domain.LateDeliveryId;
import se.statsbidrag.reporting.domain.LateDeliveryState;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.ReporterId;

/**
 * The deliveries that came after a programme's cut-off in force, a page at a time: those that were let in or not, and of
 * those in force for statistics the ones that nobody has settled. Late is derived, never stored.
 */
@ApplicationScoped
public class LateDeliveryList implements ProposalsOfUse {
    private static final String LATE = """
            from (
              select cut_off.programme, reporter, month, revision, cells, received_at, recorded_at, log, position, reason,
                     case when admitted then 'ADMITTED' else 'DECLINED' end as state, null as proposer
              from delivery_admission
              join cut_off on cut_off.programme = delivery_admission.programme and received_at >= ends
              union all
              select cut_off.programme, reporter, month, revision, cells, received_at, delivery.recorded_at, log,
                     coalesce(proposal.position, delivery.position), reason,
                     case when proposal.position is null then 'WAITING' else 'PROPOSED' end, proposer
              from delivery_in_force delivery
              join cut_off on month between first_month and last_month and received_at >= ends
              left join open_proposal proposal on act = :act
                   and subject = concat_ws('--', cut_off.programme, reporter, to_char(month, 'YYYY-MM'), revision)
              where not exists (
                select 1 from delivery_admission settled
                where settled.programme = cut_off.programme and settled.reporter = delivery.reporter
                  and settled.month = delivery.month and settled.revision = delivery.revision)
            ) late
            where (:anyReporter or reporter = :reporter) and month between :from and :to
              and (:anyState or state = :state)
            """;

    private static final String CUT_OFFS = """
            with cut_off as (
              select * from unnest(cast(:programmes as text[]), cast(:firstMonths as date[]),
                                   cast(:lastMonths as date[]), cast(:ends as timestamptz[]))
                as each_of (programme, first_month, last_month, ends))
            """;

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 1);

    private final Reporting reporting;
    private final EntityManager database;

    LateDeliveryList(Reporting reporting, EntityManager database) {
        this.reporting = reporting;
        this.database = database;
    }

    /** What is looked for; null is no condition. */
    public record Sought(
            @Nullable String programme,
            @Nullable String reporter,
            @Nullable YearMonth month,
            @Nullable LateDeliveryState state) {}

    /** @param total lines over all pages */
    public record Found(List<LateDelivery> deliveries, long total) {}

    /**
     * The lines of a page, the oldest first.
     *
     * @param page from 1
     */
    public Found find(Sought sought, int page, int limit) {
        Map<ProgrammeId, CutOff> cutOffs = reporting.rules().cutOffs().stream()
                .filter(each ->
                        sought.programme() == null || each.programme().value().equals(sought.programme()))
                .collect(Collectors.toMap(CutOff::programme, Function.identity()));
        Number total = (Number)
                bound("select count(*) ", "", sought, cutOffs, Long.class).getSingleResult();
        List<LateDelivery> deliveries = Tuples.of(bound(
                                "select * ",
                                " order by received_at, programme, reporter, month, revision",
                                sought,
                                cutOffs,
                                Tuple.class)
                        .setFirstResult(Math.multiplyExact(page - 1, limit))
                        .setMaxResults(limit))
                .stream()
                .map(row -> delivery(row, cutOffs))
                .toList();
        return new Found(deliveries, total.longValue());
    }

    @Override
    public String act() {
        return LateDeliveries.ACT;
    }

    /** Whether it is late still, and the newest revision of its month. */
    @Override
    public boolean isOfUse(String subject) {
        return LateDeliveryId.of(subject)
                .filter(id -> find(
                                new Sought(
                                        id.programme().value(),
                                        id.key().reporter().value(),
                                        id.key().month(),
                                        LateDeliveryState.PROPOSED),
                                1,
                                1)
                        .deliveries()
                        .stream()
                        .anyMatch(late -> late.id().equals(id)))
                .isPresent();
    }

    private Query bound(String select, String order, Sought sought, Map<ProgrammeId, CutOff> cutOffs, Class<?> result) {
        YearMonth month = sought.month();
        LateDeliveryState state = sought.state();
        return database.createNativeQuery(CUT_OFFS + select + LATE + order, result)
                .setParameter("act", LateDeliveries.ACT)
                .setParameter("programmes", texts(cutOffs, each -> each.programme()))
                .setParameter("firstMonths", texts(cutOffs, each -> each.from().atDay(1)))
                .setParameter("lastMonths", texts(cutOffs, each -> each.to().atDay(1)))
                .setParameter("ends", texts(cutOffs, each -> DeadlineDay.endOf(each.dueDate())))
                .setParameter("anyReporter", sought.reporter() == null)
                .setParameter("reporter", sought.reporter() == null ? "" : sought.reporter())
                .setParameter("from", month == null ? FIRST : month.atDay(1))
                .setParameter("to", month == null ? LAST : month.atDay(1))
                .setParameter("anyState", state == null)
                .setParameter("state", state == null ? "" : state.name());
    }

    private static String[] texts(Map<ProgrammeId, CutOff> cutOffs, Function<CutOff, Object> part) {
        return cutOffs.values().stream().map(part).map(Object::toString).toArray(String[]::new);
    }

    private static LateDelivery delivery(Tuple row, Map<ProgrammeId, CutOff> cutOffs) {
        ProgrammeId programme = new ProgrammeId(row.get("programme", String.class));
        CutOff cutOff = cutOffs.get(programme);
        if (cutOff == null) {
            throw new IllegalStateException("a line of " + programme + ", which has no cut-off");
        }
        return new LateDelivery(
                new LateDeliveryId(
                        programme,
                        new DeliveryKey(new ReporterId(row.get("reporter", String.class)), Tuples.month(row)),
                        (int) Tuples.number(row, "revision")),
                cutOff,
                row.get("received_at", Instant.class),
                row.get("recorded_at", Instant.class),
                (int) Tuples.number(row, "cells"),
                LateDeliveryState.valueOf(row.get("state", String.class)),
                row.get("reason", String.class),
                row.get("proposer", String.class),
                new EventReference(row.get("log", String.class), Tuples.number(row, "position")));
    }
}
