package se.statsbidrag.reporting.read;

import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Reads the rows of native queries. */
final class Tuples {
    private Tuples() {}

    @SuppressWarnings("unchecked") // a native query's result list has no type of its own
    static List<Tuple> of(Query query) {
        return (List<Tuple>) query.getResultList();
    }

    static YearMonth month(Tuple row) {
        Object month = row.get("month");
        return YearMonth.from(month instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) month);
    }

    static long number(Tuple row, String column) {
        return ((Number) row.get(column)).longValue();
    }
}
