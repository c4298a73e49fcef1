package se.statsbidrag.events.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.RequisitionApproved;
import se.statsbidrag.events.log.EncodedEvent;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

@DisplayName("truth 16: old events are read for ever")
class Truth16OldEventsAreReadForEverTest {
    private static final Path SAMPLES = Path.of("src/test/resources/approved-events");
    private final EventCodec codec = new EventCodec();

    record Sample(String type, int schema, String payload) {
        @Override
        public String toString() {
            return type + " v" + schema;
        }
    }

    static List<Sample> samples() throws IOException {
        List<Sample> samples = new ArrayList<>();
        try (Stream<Path> files = Files.list(SAMPLES)) {
            for (Path file : files.sorted().toList()) {
                String[] parts = file.getFileName().toString().split("\\.v|\\.json", -1);
                samples.add(new Sample(
                        parts[0],
                        Integer.parseInt(parts[1]),
                        Files.readString(file).strip()));
            }
        }
        return samples;
    }

    @Test
    void everyTypeAndSchemaHasAnApprovedSampleAndEverySampleATypeAndSchema() throws IOException {
        TreeSet<String> expected = new TreeSet<>();
        EventCodec.TYPES.forEach(type ->
                IntStream.rangeClosed(1, type.schema()).forEach(schema -> expected.add(type.name() + " v" + schema)));

        assertThat(samples()).map(Sample::toString).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyApprovedSampleIsRead(Sample sample) {
        assertThat(codec.decode(sample.type(), sample.schema(), sample.payload()))
                .isNotNull();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleOfTheCurrentSchemaIsWrittenAgainToTheSameBytes(Sample sample) {
        EncodedEvent again = codec.encode(codec.decode(sample.type(), sample.schema(), sample.payload()));

        assertThat(again.type()).isEqualTo(sample.type());
        if (again.schema() == sample.schema()) {
            assertThat(again.payload()).isEqualTo(sample.payload());
        }
    }

    @Test
    void everyKindOfEventHasAName() {
        assertThat(EventCodec.TYPES.stream().<Class<?>>map(EventType::record).toList())
                .containsExactlyInAnyOrderElementsOf(records(GrantEvent.class).toList());
    }

    private static Stream<Class<?>> records(Class<?> kind) {
        return kind.isSealed()
                ? Stream.of(kind.getPermittedSubclasses()).flatMap(each -> records(each))
                : Stream.of(kind);
    }

    @Test
    void anEventOfAnOlderSchemaIsReadByTheCurrentCode() {
        Upcaster recipient =
                older -> older.put("recipient", older.get("region").asText()).without(List.of("region"));
        Upcaster reason = older -> older.put("submission", 1L).put("reason", "utan angivet skäl");
        EventCodec later = new EventCodec(
                List.of(new EventType("requisition-approved", RequisitionApproved.class, List.of(recipient, reason))));

        var expected =
                new RequisitionApproved(new ProgrammeId("p-2025"), new RecipientCode("23"), 1, "utan angivet skäl");
        assertThat(later.decode("requisition-approved", 1, "{\"programme\":\"p-2025\",\"region\":\"23\"}"))
                .isEqualTo(expected);
        assertThat(later.decode("requisition-approved", 2, "{\"programme\":\"p-2025\",\"recipient\":\"23\"}"))
                .isEqualTo(expected);
        assertThat(later.encode(expected))
                .isEqualTo(
                        new EncodedEvent(
                                "requisition-approved",
                                3,
                                "{\"programme\":\"p-2025\",\"recipient\":\"23\",\"submission\":1,\"reason\":\"utan angivet skäl\"}"));
    }

    @Test
    void anUnknownTypeStops() {
        assertThatThrownBy(() -> codec.decode("requisition-lost", 1, "{}"))
                .isInstanceOf(UnknownEvent.class)
                .hasMessageContaining("requisition-lost");
    }

    @Test
    void aSchemaOfTheFutureStops() {
        assertThatThrownBy(() -> codec.decode("deadline-passed", 2, "{}")).isInstanceOf(UnknownEvent.class);
        assertThatThrownBy(() -> codec.decode("deadline-passed", 0, "{}")).isInstanceOf(UnknownEvent.class);
    }

    @Test
    void twoKindsOfEventCannotShareAName() {
        assertThatThrownBy(() -> new EventCodec(List.of(EventCodec.TYPES.get(0), EventCodec.TYPES.get(0))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
