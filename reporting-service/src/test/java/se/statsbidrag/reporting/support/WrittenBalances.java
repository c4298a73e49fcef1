package se.statsbidrag.reporting.support;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.statsbidrag.rules.programme.ProgrammeDefinition;

/** Balances as allocation-service answers them, with what a test wants in them. */
public final class WrittenBalances {
    private final ProgrammeDefinition definition;
    private final Map<String, long[]> decidedAndPaid = new TreeMap<>();

    public WrittenBalances(ProgrammeDefinition definition) {
        this.definition = definition;
    }

    public WrittenBalances decided(String recipient, long decided, long paid) {
        decidedAndPaid.put(recipient, new long[] {decided, paid});
        return this;
    }

    /** The document. */
    public String text() {
        return "{\"programme\":\"%s\",\"digest\":\"0\",\"sum\":{},\"recipients\":[%s]}"
                .formatted(
                        definition.id(),
                        definition.recipients().stream()
                                .map(each -> each.code().value())
                                .map(this::line)
                                .collect(Collectors.joining(",")));
    }

    private String line(String recipient) {
        long[] both = decidedAndPaid.getOrDefault(recipient, new long[2]);
        return """
                {"recipient":"%s","entitled":%d,"decided":%d,"outstanding":0,"paid":%d,"claimed":0,"waived":0,"repaid":0}""".formatted(recipient, both[0], both[0], both[1]);
    }
}
