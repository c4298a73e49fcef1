package se.statsbidrag.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.events.access.Caller;
import se.statsbidrag.events.access.Role;

class NavigationTest {
    private static final Places PLACES = new Places("http://one", "http://two", "http://three");

    @ParameterizedTest(name = "{0} at {1} is at {2}")
    @CsvSource({
        "OFFICER, /, Översikt",
        "OFFICER, /overview, Översikt",
        "OFFICER, /overview/programmes/a-grant, Översikt",
        "OFFICER, /overview/late-deliveries, Handläggning",
        "OFFICER, /overview/late-deliveries/scopes, Handläggning",
        "OFFICER, /money/ties, Handläggning",
        "OFFICER, /overview/follow-up/a-grant, Uppföljning",
        "REPRESENTATIVE, /overview/follow-up/a-grant/23, Uppföljning",
        "OFFICER, /money/a-grant/23, Översikt",
        "DECISION_MAKER, /money/decisions/a-grant/1, Beslut",
        "ECONOMIST, /money/claims/a-grant/1, Beslut",
        "ECONOMIST, /money/payment-details, Beslut",
        "REPRESENTATIVE, /money/claims/a-grant/1, Mina medel",
        "OFFICER, /cases/desk/a-grant/23, Handläggning",
        "OFFICER, /cases/reference-data, Regler",
        "OFFICER, /cases/nowhere, ''",
        "REPRESENTATIVE, /money/a-grant/23, Mina medel",
        "REPRESENTATIVE, /cases/mine, Mina ärenden",
        "AUDITOR, /money/audit/logs, Granskning",
        "AUDITOR, /overview/audit, Granskning",
    })
    void aPageBelongsToOnePlaceWhicheverServiceServesIt(Role role, String path, String place) {
        Caller caller = new Caller("somebody", EnumSet.of(role), Set.of(), Set.of(), "");

        assertThat(Navigation.of(caller, PLACES, path))
                .filteredOn(Navigation.Entry::current)
                .extracting(Navigation.Entry::swedish)
                .containsExactly(place.isEmpty() ? new String[0] : new String[] {place});
    }
}
