package se.statsbidrag.requisition.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.ReferenceTableImported;
import se.statsbidrag.requisition.domain.ReferenceTableVersions.Difference;
import se.statsbidrag.requisition.domain.ReferenceTableVersions.Incoming;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.TableId;
import se.statsbidrag.rules.value.TableStatus;

class ReferenceTableVersionsTest {
    private static final LocalDate DAY = LocalDate.of(2024, 11, 1);
    private static final ReferenceTableVersions NONE = ReferenceTableVersions.none(new TableId("population"));

    private static SortedMap<RecipientCode, String> values(Map<String, String> values) {
        SortedMap<RecipientCode, String> sorted = new TreeMap<>();
        values.forEach((code, value) -> sorted.put(new RecipientCode(code), value));
        return sorted;
    }

    private static Incoming incoming(TableStatus status, Map<String, String> values) {
        return new Incoming("SCB", DAY, status, values(values));
    }

    private static ReferenceTableVersions after(ReferenceTableVersions before, Incoming incoming) {
        ReferenceTableVersions versions = before;
        for (GrantEvent event : before.take(incoming)) {
            versions = versions.evolve(event);
        }
        return versions;
    }

    @Test
    void eachImportIsAVersionOfItsOwn() {
        ReferenceTableVersions one = after(NONE, incoming(TableStatus.SYNTHETIC, Map.of("01", "5")));
        ReferenceTableVersions two = after(one, incoming(TableStatus.OFFICIAL, Map.of("01", "5")));

        assertThat(two.newest()).map(ReferenceTableImported::version).contains(2);
        assertThat(two.version(1)).map(ReferenceTableImported::status).contains(TableStatus.SYNTHETIC);
        assertThat(two.version(3)).isEmpty();
    }

    @Test
    void theSameContentAgainChangesNothing() {
        Incoming five = incoming(TableStatus.OFFICIAL, Map.of("01", "5"));
        ReferenceTableVersions one = after(NONE, five);

        assertThat(one.take(five)).isEmpty();
        assertThat(after(after(one, incoming(TableStatus.OFFICIAL, Map.of("01", "6"))), five)
                        .versions())
                .hasSize(3);
    }

    @Test
    void whatIsAddedChangedAndRemovedIsCounted() {
        ReferenceTableVersions one =
                after(NONE, incoming(TableStatus.OFFICIAL, Map.of("01", "5", "03", "6", "04", "7", "05", "8")));

        assertThat(one.to(values(Map.of("01", "5", "03", "7", "06", "1")))).isEqualTo(new Difference(1, 1, 2));
        assertThat(NONE.to(values(Map.of("01", "5")))).isEqualTo(new Difference(1, 0, 0));
    }

    @Test
    void aSourceIsNamed() {
        assertThat(ReferenceTableVersions.faultsOfSource(" ")).hasSize(1);
        assertThat(ReferenceTableVersions.faultsOfSource("x".repeat(1001))).hasSize(1);
        assertThat(ReferenceTableVersions.faultsOfSource("SCB")).isEmpty();
    }
}
