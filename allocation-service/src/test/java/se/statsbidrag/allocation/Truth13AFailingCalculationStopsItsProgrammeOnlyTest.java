package se.statsbidrag.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.statsbidrag.allocation.read.PlanDocument;
import se.statsbidrag.allocation.support.AllocationService;
import se.statsbidrag.allocation.support.GrantYear;
import se.statsbidrag.allocation.support.PlanReader;
import se.statsbidrag.allocation.support.ShippedDefinition;
import se.statsbidrag.allocation.support.Sources;
import se.statsbidrag.rules.value.OperationCell;
import se.statsbidrag.rules.value.Provider;
import se.statsbidrag.rules.value.RecipientCode;

/** The last good plan stays, marked stale with the reason; other programmes go on (architecture: truth 13). */
@QuarkusTest
@AllocationService
class Truth13AFailingCalculationStopsItsProgrammeOnlyTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Sources sources;

    @Test
    void aFailingCalculationStopsItsProgrammeOnlyAndRecovers() {
        GrantYear ill = new GrantYear(sources, "ill", 2029).definitionInForce().approved("01");
        GrantYear well = new GrantYear(sources, "well", 2029).definitionInForce();
        List.of(3, 4, 5).forEach(month -> ill.delivers(GrantYear.REGISTER, month, asManyAsCanBeWritten("01")));
        PlanReader reader = new PlanReader("ill");
        PlanDocument good = reader.plan(ill.after());

        ill.definitionInForce(withCataractRate(ill.definition(), 2, 1_000_000_000_000L));
        assertThat(reader.plan(ill.after()).status()).isEqualTo("STALE");
        well.approved("03").delivers(6, Map.of("03", List.of(0, 0, 3)));

        PlanDocument stale = reader.plan(ill.after());
        assertThat(stale.status()).isEqualTo("STALE");
        assertThat(stale.staleReason()).contains("overflow");
        assertThat(stale.recipients()).isEqualTo(good.recipients());
        assertThat(stale.basis()).isEqualTo(good.basis());
        assertThat(stale.programmeVersion()).isEqualTo(1);
        assertThat(stale.number()).isGreaterThan(good.number());
        PlanDocument other = new PlanReader("well").plan(well.after());
        assertThat(other.status()).isEqualTo("PRELIMINARY");
        assertThat(total(other, "03")).isEqualTo(4_761_905 + 57_000);

        ill.definitionInForce(withCataractRate(ill.definition(), 3, 20_000));

        PlanDocument recovered = reader.plan(ill.after());
        assertThat(recovered.status()).isEqualTo("PRELIMINARY");
        assertThat(recovered.staleReason()).isNull();
        assertThat(recovered.programmeVersion()).isEqualTo(3);
        assertThat(recovered.recipients()).isEqualTo(good.recipients());
    }

    @Test
    void anActThatMakesNoSenseMakesThePlanStaleAndNamesTheEvent() {
        GrantYear year =
                new GrantYear(sources, "nonsense", 2027).definitionInForce().nonsense("01");

        PlanReader reader = new PlanReader("nonsense");
        reader.planAfter(year.after())
                .statusCode(503)
                .body(
                        "detail",
                        containsString("requisitions:" + sources.requisitions().position()));
    }

    private static long total(PlanDocument plan, String recipient) {
        return plan.findRecipient(recipient).orElseThrow().total();
    }

    /** More operations on one region's inhabitants than any price of the largest size can be multiplied with. */
    private static List<OperationCell> asManyAsCanBeWritten(String region) {
        RecipientCode home = new RecipientCode(region);
        return ShippedDefinition.definition().recipients().stream()
                .flatMap(performing -> Stream.of(Provider.values())
                        .map(provider -> new OperationCell(
                                home, performing.code(), provider, GrantYear.PROCEDURES.get(2), OperationCell.MOST)))
                .toList();
    }

    private static Map<String, Object> withCataractRate(Map<String, Object> definition, int version, long rate) {
        Map<String, Object> changed = new HashMap<>(definition);
        changed.put("version", version);
        JsonNode pots = JSON.valueToTree(definition.get("pots"));
        ((ObjectNode) pots.get(1).get("key").get("rates").get("CATARACT")).put("amount", rate);
        changed.put("pots", JSON.convertValue(pots, List.class));
        return changed;
    }
}
