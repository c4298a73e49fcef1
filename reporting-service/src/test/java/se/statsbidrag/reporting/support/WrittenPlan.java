package se.statsbidrag.reporting.support;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A plan of the shipped grant as allocation-service publishes it, with what a test wants in it. */
public final class WrittenPlan {
    public static final List<String> REGIONS = List.of(
            "01", "03", "04", "05", "06", "07", "08", "09", "10", "12", "13", "14", "17", "18", "19", "20", "21", "22",
            "23", "24", "25");
    private static final List<String> POTS =
            List.of("block-1", "block-2", "remaining-hip-replacement", "remaining-prolapse", "remaining-cataract");
    private static final long BLOCK_1_SHARE = 4_761_904;

    private final Map<String, Long> earned = new TreeMap<>();
    private String status = "PRELIMINARY";
    private String reason = "";
    private String computedAt = "2025-05-10T08:00:00Z";

    public WrittenPlan earned(String region, long amount) {
        earned.put(region, amount);
        return this;
    }

    public WrittenPlan computedAt(String instant) {
        computedAt = instant;
        return this;
    }

    public WrittenPlan stale(String why) {
        status = "STALE";
        reason = ",\"staleReason\":\"" + why + "\"";
        return this;
    }

    /** The document, resting on so many events of the log {@code operations}. */
    public String on(long operations) {
        String recipients = REGIONS.stream().map(this::recipient).collect(Collectors.joining(","));
        long distributed = earned.values().stream().mapToLong(Long::longValue).sum();
        String pots = POTS.stream().map(pot -> pot(pot, distributed)).collect(Collectors.joining(","));
        return """
                {"programme":"%s","programmeVersion":1,"definitionHash":"0","status":"%s"%s,"computedAt":"%s",
                "digest":"%064d","number":%d,"basis":[{"log":"operations","position":%d},{"log":"requisitions","position":2}],
                "pots":[%s],"recipients":[%s],"ties":[]}""".formatted(
                        OtherServices.PROGRAMME,
                        status,
                        reason,
                        computedAt,
                        operations,
                        operations,
                        operations,
                        pots,
                        recipients);
    }

    private String recipient(String region) {
        long block2 = earned.getOrDefault(region, 0L);
        String lines = POTS.stream()
                .map(pot -> "{\"pot\":\"" + pot + "\",\"amount\":" + line(pot, block2) + "}")
                .collect(Collectors.joining(","));
        return "{\"recipient\":\"%s\",\"total\":%d,\"lines\":[%s]}".formatted(region, BLOCK_1_SHARE + block2, lines);
    }

    private static long line(String pot, long block2) {
        return switch (pot) {
            case "block-1" -> BLOCK_1_SHARE;
            case "block-2" -> block2;
            default -> 0L;
        };
    }

    private static String pot(String pot, long earned) {
        long amount = switch (pot) {
            case "block-1" -> 100_000_000L;
            case "block-2" -> 397_000_000L;
            default -> 0L;
        };
        long distributed = switch (pot) {
            case "block-1" -> BLOCK_1_SHARE * REGIONS.size();
            case "block-2" -> earned;
            default -> 0L;
        };
        return """
                {"pot":"%s","status":"OPEN","amount":%d,"distributed":%d,"remaining":%d,"transferred":0,"returned":0}""".formatted(pot, amount, distributed, amount - distributed);
    }
}
