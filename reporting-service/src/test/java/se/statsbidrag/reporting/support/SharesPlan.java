package se.statsbidrag.reporting.support;

import java.util.stream.Collectors;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.programme.Shares;

/** A plan as allocation-service publishes it, in which everybody gets the shares of the definition and nothing is left. */
public final class SharesPlan {
    private final ProgrammeDefinition definition;
    private final Shares shares;

    public SharesPlan(ProgrammeDefinition definition) {
        this.definition = definition;
        this.shares = Shares.of(definition);
    }

    /** The document. */
    public String text() {
        return """
                {"programme":"%s","programmeVersion":1,"definitionHash":"0","status":"PRELIMINARY",
                "computedAt":"2025-05-09T10:00:00Z","digest":"%064d","number":1,
                "basis":[{"log":"operations","position":0},{"log":"requisitions","position":2}],
                "pots":[%s],"recipients":[%s],"ties":[{"pot":"%s","provisional":true}]}""".formatted(
                        definition.id(),
                        1,
                        definition.pots().stream().map(this::pot).collect(Collectors.joining(",")),
                        definition.recipients().stream().map(this::recipient).collect(Collectors.joining(",")),
                        definition.pots().getLast().id());
    }

    private String pot(PotDefinition pot) {
        long distributed =
                shares.of(pot.id()).values().stream().mapToLong(Long::longValue).sum();
        return """
                {"pot":"%s","status":"OPEN","amount":%d,"distributed":%d,"remaining":0,"transferred":0,"returned":0}""".formatted(pot.id(), distributed, distributed);
    }

    private String recipient(Recipient recipient) {
        String lines = definition.pots().stream()
                .filter(pot -> pot.isFor(recipient.code()))
                .map(pot -> "{\"pot\":\"%s\",\"amount\":%d}".formatted(pot.id(), shares.of(pot.id(), recipient.code())))
                .collect(Collectors.joining(","));
        return "{\"recipient\":\"%s\",\"total\":%d,\"lines\":[%s]}"
                .formatted(recipient.code(), shares.total(recipient.code()), lines);
    }
}
