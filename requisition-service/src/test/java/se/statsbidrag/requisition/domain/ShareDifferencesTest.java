package se.statsbidrag.requisition.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.statsbidrag.requisition.application.AmendedDefinition;
import se.statsbidrag.requisition.domain.ShareDifferences.Change;
import se.statsbidrag.requisition.domain.ShareDifferences.OfPot;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.value.PotId;

class ShareDifferencesTest {
    private static final ProgrammeDefinition BEFORE = AmendedDefinition.read(AmendedDefinition.of("a-grant", 1));
    private static final ProgrammeDefinition AFTER = AmendedDefinition.read(AmendedDefinition.withMore("a-grant", 2));

    @Test
    void eachRecipientGainsOneKronaOfTwentyOne() {
        ShareDifferences differences = ShareDifferences.of(BEFORE, AFTER);

        assertThat(differences.pots()).extracting(OfPot::pot).containsExactly(new PotId("block-1"));
        assertThat(differences.pots().getFirst().total()).isEqualTo(new Change(100_000_000, 100_000_021));
        assertThat(differences.recipients())
                .hasSize(21)
                .allSatisfy(line -> assertThat(line.change().difference()).isEqualTo(1));
        assertThat(differences.total().difference()).isEqualTo(21);
    }

    @Test
    void theFirstVersionIsComparedWithNothing() {
        ShareDifferences differences = ShareDifferences.of(null, BEFORE);

        assertThat(differences.total()).isEqualTo(new Change(0, 100_000_000));
    }

    @Test
    void theSameDefinitionChangesNothing() {
        assertThat(ShareDifferences.of(BEFORE, BEFORE).recipients())
                .allSatisfy(line -> assertThat(line.change().difference()).isZero());
    }
}
