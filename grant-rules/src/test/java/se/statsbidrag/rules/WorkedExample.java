package se.statsbidrag.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import se.statsbidrag.rules.fact.Submission.Outcome;
import se.statsbidrag.rules.value.OperationCell;
import se.statsbidrag.rules.value.Provider;
import se.statsbidrag.rules.value.ReporterId;

/** The worked example: its table, and a year that gives it. */
public final class WorkedExample {
    private WorkedExample() {}

    /**
     * One row of the table.
     *
     * @param code the region
     * @param requisition whether it has a requisition
     * @param counts nine months' operations: hip replacements, prolapse, cataract
     * @param amounts in the order of the definition's pots
     * @param total the amounts together
     */
    public record Row(String code, boolean requisition, List<Integer> counts, List<Long> amounts, long total) {}

    public static List<Row> rows() {
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(WorkedExample.class.getResourceAsStream("/worked-example.csv")),
                StandardCharsets.UTF_8))) {
            return table.lines().skip(1).map(line -> row(line.split(",", -1))).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Row row(String[] fields) {
        return new Row(
                fields[0],
                fields[2].equals("yes"),
                List.of(Integer.parseInt(fields[3]), Integer.parseInt(fields[4]), Integer.parseInt(fields[5])),
                List.of(
                        Long.parseLong(fields[6]),
                        Long.parseLong(fields[7]),
                        Long.parseLong(fields[8]),
                        Long.parseLong(fields[9]),
                        Long.parseLong(fields[10])),
                Long.parseLong(fields[11]));
    }

    /** The requisitions and deliveries, spread over nine months, two reporters, two places and both providers. */
    public static GrantYear year() {
        GrantYear year = new GrantYear();
        ReporterId intermediary = new ReporterId("mellanhand");
        year.answersFor("mellanhand", YearMonth.of(2025, 5), GrantYear.noon("2025-04-20"), "12");
        List<Row> rows = rows();
        rows.stream().filter(Row::requisition).forEach(row -> year.submits(row.code(), "2025-05-12", Outcome.APPROVED));
        for (int month = 0; month < 9; month++) {
            List<OperationCell> register = new ArrayList<>();
            List<OperationCell> other = new ArrayList<>();
            YearMonth when = YearMonth.of(2025, 2 + month);
            for (Row row : rows) {
                for (int procedure = 0; procedure < 3; procedure++) {
                    int whole = row.counts().get(procedure);
                    int count = whole / 9 + (month < whole % 9 ? 1 : 0);
                    boolean elsewhere = (month + procedure) % 2 == 0;
                    (elsewhere && month >= 3 ? other : register)
                            .add(GrantYear.cell(
                                    row.code(),
                                    elsewhere ? "12" : "01",
                                    procedure == 2 ? Provider.PRIVATE : Provider.PUBLIC,
                                    GrantYear.PROCEDURES.get(procedure),
                                    count));
                }
            }
            year.delivers(when, register.toArray(OperationCell[]::new));
            year.delivers(
                    intermediary,
                    when,
                    GrantYear.noon(when.plusMonths(1).atDay(15).toString()),
                    other.toArray(OperationCell[]::new));
        }
        return year;
    }
}
