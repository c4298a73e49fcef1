package se.statsbidrag.reporting.read;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.statsbidrag.events.DeliveryAdmissionDeclined;
import se.statsbidrag.events.DeliveryAdmitted;
import se.statsbidrag.events.OperationsReported;
import se.statsbidrag.events.ReporterScopeSet;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.inbox.Projection;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.reporting.domain.DeliveryKey;
import se.statsbidrag.reporting.domain.LateDeliveryId;
import se.statsbidrag.rules.value.OperationCell;

/**
 * The operations in force for statistics, by month, home region, procedure and place. Cells for a performing region and
 * month that another reporter now answers for do not count (domain: Operation counts).
 */
@ApplicationScoped
public class OperationsProjection implements Projection {
    private static final String LOG = "operations";

    private static final String PUT_DELIVERY = """
            insert into delivery_in_force (reporter, month, revision, cells, received_at, recorded_at, log, position)
            values (:reporter, :month, :revision, :cells, :receivedAt, :recordedAt, :log, :position)
            on conflict (reporter, month) do update set revision = excluded.revision, cells = excluded.cells,
                received_at = excluded.received_at, recorded_at = excluded.recorded_at, log = excluded.log,
                position = excluded.position
            """;

    private static final String PUT_CELLS = """
            insert into reported_cell
                (month, reporter, performed_in, home_region, provider, procedure, place, count)
            select cast(:month as date), cast(:reporter as text), cell.*
            from unnest(cast(:performedIn as text[]), cast(:homeRegion as text[]), cast(:provider as text[]),
                cast(:procedure as text[]), cast(:place as text[]), cast(:count as integer[])) as cell
            """;

    /** What is settled of a delivery is settled while that is the one in force for statistics. */
    private static final String PUT_ADMISSION = """
            insert into delivery_admission
                (programme, reporter, month, revision, admitted, reason, cells, received_at, recorded_at, log, position)
            select cast(:programme as text), reporter, month, revision, cast(:admitted as boolean), cast(:reason as text),
                cells, received_at, recorded_at, cast(:log as text), cast(:position as bigint)
            from delivery_in_force
            where reporter = :reporter and month = :month and revision = :revision
            """;

    /** Moves what differs from what should be in force, and nothing else, so that each figure knows when it last moved. */
    private static final String COUNT_MONTH = """
            with in_force as (
                select home_region, procedure, place, sum(count) as count
                from reported_cell cell
                where month = :month
                  and reporter = coalesce(
                      (select scope.reporter from reporter_scope scope
                       where cell.month >= scope.from_month and cell.performed_in = any(scope.performed_in)),
                      :defaultReporter)
                group by home_region, procedure, place)
            insert into operation_count (month, home_region, procedure, place, count, moved_at)
            select cast(:month as date), home_region, procedure, place, coalesce(in_force.count, 0), :movedAt
            from in_force
            full join (select * from operation_count where month = :month) shown using (home_region, procedure, place)
            where in_force.count is distinct from shown.count
              and (in_force.count is not null or shown.count <> 0)
            on conflict (month, home_region, procedure, place)
                do update set count = excluded.count, moved_at = excluded.moved_at
            """;

    private final EntityManager database;
    private final String defaultReporter;

    OperationsProjection(
            EntityManager database, @ConfigProperty(name = "statsbidrag.default-reporter") String defaultReporter) {
        this.database = database;
        this.defaultReporter = defaultReporter;
    }

    @Override
    public Set<String> logs() {
        return Set.of(LOG);
    }

    @Override
    public void apply(String log, List<DecodedEvent> events) {
        for (DecodedEvent event : events) {
            switch (event.event()) {
                case OperationsReported delivered -> replace(delivered, event.recorded());
                case ReporterScopeSet scope -> setScope(scope, event.recorded().recordedAt());
                case DeliveryAdmitted it ->
                    settle(
                            new LateDeliveryId(
                                    it.programme(), new DeliveryKey(it.reporter(), it.month()), it.revision()),
                            true,
                            it.reason(),
                            event.recorded());
                case DeliveryAdmissionDeclined it ->
                    settle(
                            new LateDeliveryId(
                                    it.programme(), new DeliveryKey(it.reporter(), it.month()), it.revision()),
                            false,
                            it.reason(),
                            event.recorded());
                default -> {
                    // Deadline marks stand in this log too; they move no count.
                }
            }
        }
    }

    @Override
    public void reset() {
        for (String table : List.of(
                "operation_count", "reported_cell", "delivery_in_force", "delivery_admission", "reporter_scope")) {
            database.createNativeQuery("delete from " + table).executeUpdate();
        }
    }

    private void replace(OperationsReported delivered, RecordedEvent recorded) {
        LocalDate month = delivered.month().atDay(1);
        String reporter = delivered.reporter().value();
        database.createNativeQuery(PUT_DELIVERY)
                .setParameter("reporter", reporter)
                .setParameter("month", month)
                .setParameter("revision", delivered.revision())
                .setParameter("cells", delivered.cells().size())
                .setParameter("receivedAt", delivered.receivedAt().atOffset(ZoneOffset.UTC))
                .setParameter("recordedAt", recorded.recordedAt().atOffset(ZoneOffset.UTC))
                .setParameter("log", recorded.log())
                .setParameter("position", recorded.position())
                .executeUpdate();
        database.createNativeQuery("delete from reported_cell where month = :month and reporter = :reporter")
                .setParameter("month", month)
                .setParameter("reporter", reporter)
                .executeUpdate();
        List<OperationCell> cells = delivered.cells();
        Query insert = database.createNativeQuery(PUT_CELLS)
                .setParameter("month", month)
                .setParameter("reporter", reporter)
                .setParameter("count", cells.stream().map(OperationCell::count).toArray(Integer[]::new));
        setTexts(insert, "performedIn", cells, cell -> cell.performedIn().value());
        setTexts(insert, "homeRegion", cells, cell -> cell.homeRegion().value());
        setTexts(insert, "provider", cells, cell -> cell.provider().name());
        setTexts(insert, "procedure", cells, cell -> cell.procedure().value());
        setTexts(insert, "place", cells, cell -> cell.place().name());
        insert.executeUpdate();
        countMonth(month, recorded.recordedAt());
    }

    private void settle(LateDeliveryId late, boolean admitted, String reason, RecordedEvent recorded) {
        database.createNativeQuery(PUT_ADMISSION)
                .setParameter("programme", late.programme().value())
                .setParameter("reporter", late.key().reporter().value())
                .setParameter("month", late.key().month().atDay(1))
                .setParameter("revision", late.revision())
                .setParameter("admitted", admitted)
                .setParameter("reason", reason)
                .setParameter("log", recorded.log())
                .setParameter("position", recorded.position())
                .executeUpdate();
    }

    private static void setTexts(
            Query insert, String parameter, List<OperationCell> cells, Function<OperationCell, String> text) {
        insert.setParameter(parameter, cells.stream().map(text).toArray(String[]::new));
    }

    private void setScope(ReporterScopeSet scope, Instant at) {
        database.createNativeQuery("""
                        insert into reporter_scope (reporter, performed_in, from_month)
                        values (:reporter, :performedIn, :fromMonth)
                        on conflict (reporter) do update
                            set performed_in = excluded.performed_in, from_month = excluded.from_month
                        """)
                .setParameter("reporter", scope.reporter().value())
                .setParameter(
                        "performedIn",
                        scope.performedIn().stream()
                                .map(region -> region.value())
                                .toArray(String[]::new))
                .setParameter("fromMonth", scope.fromMonth().atDay(1))
                .executeUpdate();
        // Scopes change seldom, so every month is counted anew.
        List<?> months = database.createNativeQuery(
                        "select distinct month from delivery_in_force order by month", LocalDate.class)
                .getResultList();
        months.forEach(month -> countMonth((LocalDate) month, at));
    }

    private void countMonth(LocalDate month, Instant movedAt) {
        database.createNativeQuery(COUNT_MONTH)
                .setParameter("month", month)
                .setParameter("defaultReporter", defaultReporter)
                .setParameter("movedAt", movedAt.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }
}
