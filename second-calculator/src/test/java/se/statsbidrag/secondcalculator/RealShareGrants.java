package se.statsbidrag.secondcalculator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The year's two share grants, from the shipped reference data and the sums that their sources name. */
public final class RealShareGrants {
    private static final Path FOLDER = Path.of("requisition-service/src/main/resources/reference-data");

    /** R-G2, R-G4. */
    static final Map<String, Long> RURAL_TIMES = Map.of("NEAR_URBAN", 1L, "SPARSE", 5L, "VERY_SPARSE", 10L);

    private RealShareGrants() {}

    /** R-T1. */
    public static ShareGrant access() {
        return new ShareGrant(List.of(ShareGrant.Pot.fixedPartPlusWeighted(
                "access", 5_886_500_000L, 100_000_000, figures("region-population"))));
    }

    /** R-G1 to R-G4. */
    public static ShareGrant goodLocalCare() {
        Map<String, Long> population = figures("municipality-population");
        Map<String, Long> rural = ShareGrant.ruralWeights(RURAL_TIMES, table("rural-class"), population);
        return new ShareGrant(List.of(
                ShareGrant.Pot.weighted("regions-population", 2_624_000_000L, figures("region-population")),
                ShareGrant.Pot.weighted("regions-rural", 150_000_000, ShareGrant.perRegion(rural)),
                ShareGrant.Pot.weighted("municipalities-health-care", 375_000_000, figures("municipal-health-care")),
                ShareGrant.Pot.weighted("municipalities-population", 375_000_000, population),
                ShareGrant.Pot.weighted("municipalities-rural", 150_000_000, rural)));
    }

    private static Map<String, Long> figures(String table) {
        Map<String, Long> figures = new TreeMap<>();
        table(table).forEach((recipient, figure) -> figures.put(recipient, Long.valueOf(figure)));
        return figures;
    }

    /** A shipped table as it stands in its file. */
    static Map<String, String> table(String table) {
        Path root = Path.of(Objects.requireNonNullElse(System.getProperty("statsbidrag.root"), ".."));
        try {
            Map<String, String> values = new TreeMap<>();
            List<String> lines = Files.readAllLines(root.resolve(FOLDER).resolve(table + ".csv"));
            for (String line : lines.subList(1, lines.size())) {
                int comma = line.indexOf(',');
                values.put(line.substring(0, comma), line.substring(comma + 1));
            }
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
