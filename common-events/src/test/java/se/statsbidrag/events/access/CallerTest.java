package se.statsbidrag.events.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerTest {
    private static final String OWN = "232100-0214";
    private static final String OTHERS = "232100-0016";

    private static Caller caller(Role role) {
        return new Caller("someone", Set.of(role), Set.of(OWN), Set.of("region-a"), "");
    }

    @ParameterizedTest(name = "{0}: acts for its own {1}, reads its own {2}, reads others'' {3}, reports {4}")
    @CsvSource(textBlock = """
            REPRESENTATIVE,   true,  true,  false, false
            DEPUTY,           true,  true,  false, false
            DATA_COORDINATOR, true,  true,  false, false
            OFFICER,          false, true,  true,  false
            DECISION_MAKER,   false, true,  true,  false
            ECONOMIST,        false, true,  true,  false
            READER,           false, true,  true,  false
            AUDITOR,          false, true,  true,  false
            REGISTER_FEED,    false, false, false, true
            OPERATOR,         false, false, false, false
            SISTER_SERVICE,   false, false, false, false
            """)
    void aRoleReachesNoFurtherThanItIsBound(
            Role role, boolean acts, boolean readsOwn, boolean readsOthers, boolean reports) {
        Caller caller = caller(role);
        assertThat(caller.mayActFor(OWN)).isEqualTo(acts);
        assertThat(caller.mayActFor(OTHERS)).isFalse();
        assertThat(caller.mayReadOf(Set.of(OWN))).isEqualTo(readsOwn);
        assertThat(caller.mayReadOf(Set.of(OTHERS))).isEqualTo(readsOthers);
        assertThat(caller.mayReportFor("region-a")).isEqualTo(reports);
        assertThat(caller.mayReportFor("region-b")).isFalse();
    }

    @Test
    void anOfficerWithAnOrganisationsNumberStillActsForNobody() {
        assertThat(caller(Role.OFFICER).mayActFor(OWN)).isFalse();
    }
}
