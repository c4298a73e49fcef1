package se.statsbidrag.allocation.api;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.statsbidrag.allocation.read.PlanDocument;

/**
 * How a recipient's amount came about. Nothing in it depends on when it was computed.
 *
 * @param digest of the plan that it explains
 * @param basis the last position of each log that the plan rests on
 * @param total whole kronor
 * @param syntheticTables Swedish titles of the tables with made-up figures that it rests on; none when all is official
 * @param explanation the tree of steps under the total; a step that stands in several places is written out at the
 *     first, the others name its id in {@code sameAs}
 */
public record ExplanationDocument(
        String programme,
        int programmeVersion,
        String definitionHash,
        String digest,
        List<PlanDocument.Position> basis,
        String recipient,
        long total,
        List<String> syntheticTables,

        @Schema(description = "Steps with id, title, result, rule, source, formula, rounding and inputs")
        Map<String, Object> explanation) {

    static ExplanationDocument of(PlanDocument plan, PlanDocument.Recipient part, Map<String, Object> explanation) {
        return new ExplanationDocument(
                plan.programme(),
                plan.programmeVersion(),
                plan.definitionHash(),
                plan.digest(),
                plan.basis(),
                part.recipient(),
                part.total(),
                plan.syntheticTables(),
                explanation);
    }
}
