package se.statsbidrag.events.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** A contract that a store passes by doing nothing would promise nothing. */
class ContractsFailAgainstAStoreThatDoesNothingTest {
    @ParameterizedTest
    @ValueSource(classes = {DoNothingLog.class, DoNothingReceipts.class})
    void everyTestOfTheContractFails(Class<?> contract) {
        Events tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .execute()
                .testEvents();

        assertThat(tests.started().count()).isGreaterThan(8);
        assertThat(tests.succeeded().stream().map(Event::getTestDescriptor)).isEmpty();
    }
}
