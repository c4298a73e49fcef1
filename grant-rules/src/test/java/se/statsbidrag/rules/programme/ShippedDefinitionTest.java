package se.statsbidrag.rules.programme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.statsbidrag.rules.ShippedDefinition;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.TableId;

class ShippedDefinitionTest {
    @Test
    void the_shipped_definition_is_accepted_and_says_what_the_government_decided() {
        ProgrammeDefinition definition = ShippedDefinition.definition();

        assertThat(definition.recipients()).hasSize(21);
        assertThat(definition.pots())
                .extracting(pot -> pot.id().value())
                .containsExactly(
                        "block-1", "block-2", "remaining-hip-replacement", "remaining-prolapse", "remaining-cataract");
        assertThat(definition.table(new TableId("cap")).value(new RecipientCode("01")))
                .isEqualTo(84_167_924);
        assertThat(definition.decision().caseNumber()).isEqualTo("S2025/00401");
    }
}
