package se.statsbidrag.reporting.read;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.value.Place;

/**
 * Counts beside those of the same month last year (R-K9). Only months that someone has delivered are there, so a month that
 * is not in yet never looks like a fall to nothing.
 */
@ApplicationScoped
public class OperationStatistics {
    private static final String COMPARED = """
            from (select month, home_region, procedure, place, count, moved_at from operation_count) this_year
            full join (select (month + interval '1 year')::date as month, home_region, procedure, place,
                           count as last_year, moved_at as last_year_moved_at
                       from operation_count) before using (month, home_region, procedure, place)
            where month in (select delivered.month from delivery_in_force delivered)
              and (coalesce(count, 0) <> 0 or coalesce(last_year, 0) <> 0)
              and month between :from and :to
              and (:anyRegion or home_region = any(:regions))
              and (:anyProcedure or procedure = any(:procedures))
              and (:anyPlace or place = any(:places))
            """;

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 1);

    private final EntityManager database;

    OperationStatistics(EntityManager database) {
        this.database = database;
    }

    /**
     * Which counts to show; an empty collection means all.
     *
     * @param from first month, or null
     * @param to last month, or null
     */
    public record Filter(
            Collection<String> homeRegions,
            Collection<String> procedures,
            Collection<String> places,
            @Nullable YearMonth from,
            @Nullable YearMonth to) {}

    /** The operations of one kind on one region's inhabitants in one month, by place. */
    public record Count(
            YearMonth month, String homeRegion, String procedure, String place, long count, long countLastYear) {
        public long difference() {
            return count - countLastYear;
        }
    }

    /**
     * Sums over the months of a filter.
     *
     * @param movedAt when one of the counts last moved
     */
    public record RegionSum(String homeRegion, String procedure, long count, long countLastYear, Instant movedAt) {}

    /** Sums over the regions of a filter. */
    public record PlaceSum(YearMonth month, String procedure, Place place, long count, long countLastYear) {}

    /** How many counts a filter finds. */
    public long size(Filter filter) {
        return ((Number)
                        bound("select count(*) " + COMPARED, filter, Long.class).getSingleResult())
                .longValue();
    }

    /**
     * One page of counts, by month, home region, procedure and place.
     *
     * @param page from 1
     */
    public List<Count> counts(Filter filter, int page, int limit) {
        return Tuples.of(bound(
                                "select month, home_region, procedure, place, coalesce(count, 0) as count,"
                                        + " coalesce(last_year, 0) as last_year " + COMPARED
                                        + " order by month, home_region, procedure, place",
                                filter,
                                Tuple.class)
                        .setFirstResult(Math.multiplyExact(page - 1, limit))
                        .setMaxResults(limit))
                .stream()
                .map(row -> new Count(
                        Tuples.month(row),
                        row.get("home_region", String.class),
                        row.get("procedure", String.class),
                        row.get("place", String.class),
                        Tuples.number(row, "count"),
                        Tuples.number(row, "last_year")))
                .toList();
    }

    /** Sums by home region and procedure over the filter's months. */
    public List<RegionSum> byRegion(Filter filter) {
        return Tuples.of(bound(
                        "select home_region, procedure, sum(coalesce(count, 0)) as count,"
                                + " sum(coalesce(last_year, 0)) as last_year,"
                                + " max(greatest(moved_at, last_year_moved_at)) as moved_at " + COMPARED
                                + " group by home_region, procedure order by home_region, procedure",
                        filter,
                        Tuple.class))
                .stream()
                .map(row -> new RegionSum(
                        row.get("home_region", String.class),
                        row.get("procedure", String.class),
                        Tuples.number(row, "count"),
                        Tuples.number(row, "last_year"),
                        row.get("moved_at", Instant.class)))
                .toList();
    }

    /** Sums by month, procedure and place over the filter's regions. */
    public List<PlaceSum> byMonthAndPlace(Filter filter) {
        return Tuples.of(bound(
                        "select month, procedure, place, sum(coalesce(count, 0)) as count,"
                                + " sum(coalesce(last_year, 0)) as last_year " + COMPARED
                                + " group by month, procedure, place order by month, procedure, place",
                        filter,
                        Tuple.class))
                .stream()
                .map(row -> new PlaceSum(
                        Tuples.month(row),
                        row.get("procedure", String.class),
                        Place.valueOf(row.get("place", String.class)),
                        Tuples.number(row, "count"),
                        Tuples.number(row, "last_year")))
                .toList();
    }

    /** The months that someone has delivered. */
    public Set<YearMonth> deliveredMonths() {
        return Tuples.of(database.createNativeQuery("select distinct month from delivery_in_force", Tuple.class))
                .stream()
                .map(Tuples::month)
                .collect(Collectors.toSet());
    }

    private Query bound(String sql, Filter filter, Class<?> result) {
        YearMonth from = filter.from();
        YearMonth to = filter.to();
        return database.createNativeQuery(sql, result)
                .setParameter("from", from == null ? FIRST : from.atDay(1))
                .setParameter("to", to == null ? LAST : to.atDay(1))
                .setParameter("anyRegion", filter.homeRegions().isEmpty())
                .setParameter("regions", filter.homeRegions().toArray(String[]::new))
                .setParameter("anyProcedure", filter.procedures().isEmpty())
                .setParameter("procedures", filter.procedures().toArray(String[]::new))
                .setParameter("anyPlace", filter.places().isEmpty())
                .setParameter("places", filter.places().toArray(String[]::new));
    }
}
