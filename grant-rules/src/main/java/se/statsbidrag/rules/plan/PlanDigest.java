package se.statsbidrag.rules.plan;

import java.util.List;
import java.util.Map;
import se.statsbidrag.rules.programme.CanonicalForm;

/**
 * The fingerprint of a plan: SHA-256 over the canonical programme, definition hash, pots and lines, and nothing else, so
 * that two plans with the same money have the same digest however the facts arrived (architecture: truth 8).
 */
public final class PlanDigest {
    private PlanDigest() {}

    /** 64 hexadecimal digits. */
    public static String of(PayoutPlan plan) {
        return CanonicalForm.sha256(CanonicalForm.text(Map.of(
                "programme", plan.programme().value(),
                "definition", plan.definitionHash(),
                "pots", plan.pots().stream().map(PlanDigest::pot).toList(),
                "recipients",
                        plan.recipients().stream().map(PlanDigest::recipient).toList())));
    }

    private static Map<String, Object> pot(PlannedPot pot) {
        return Map.of(
                "pot", pot.pot().value(),
                "status", pot.status().name(),
                "amount", pot.amount(),
                "distributed", pot.distributed(),
                "remaining", pot.remaining(),
                "transferred", pot.transferred(),
                "returned", pot.returned());
    }

    private static Map<String, Object> recipient(PlannedRecipient recipient) {
        return Map.of("recipient", recipient.recipient().value(), "lines", lines(recipient.lines()));
    }

    private static List<Map<String, Object>> lines(List<PlannedRecipient.Line> lines) {
        return lines.stream()
                .map(line -> Map.<String, Object>of("pot", line.pot().value(), "amount", line.amount()))
                .toList();
    }
}
