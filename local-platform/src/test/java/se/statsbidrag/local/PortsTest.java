package se.statsbidrag.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortsTest {
    /** Where Linux begins, among the systems that we know of the one that begins lowest. */
    private static final int FIRST_OF_OUTGOING_CONNECTIONS = 32_768;

    @Test
    void noOutgoingConnectionCanTakeAPortBeforeItsServerDoes() {
        List<Integer> ports = Stream.generate(Ports::free).limit(100).toList();

        assertThat(ports).doesNotHaveDuplicates().allMatch(port -> port < FIRST_OF_OUTGOING_CONNECTIONS);
    }
}
