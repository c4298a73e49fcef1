package se.statsbidrag.events.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.events.OperationsReported;
import se.statsbidrag.events.RequisitionApproved;
import se.statsbidrag.rules.value.OperationCell;
import se.statsbidrag.rules.value.Procedure;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.Provider;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.ReporterId;

class EventCodecTest {
    private final EventCodec codec = new EventCodec();

    @Test
    void anEventThatNoReadModelCouldHoldIsNotWritten() {
        RequisitionApproved event = new RequisitionApproved(
                new ProgrammeId("p"), new RecipientCode("23"), 1, "a" + Character.toString(0) + "b");

        assertThatThrownBy(() -> codec.encode(event))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("U+0000");
        assertThat(codec.encode(new RequisitionApproved(
                                new ProgrammeId("p"), new RecipientCode("23"), 1, "\\" + "u0000"))
                        .payload())
                .contains("u0000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            requisition-approved | a field too many      | {"programme":"p","recipient":"23","submission":1,"reason":"x","extra":1}
            requisition-approved | a number missing      | {"programme":"p","recipient":"23","reason":"x"}
            requisition-approved | a text missing        | {"programme":"p","recipient":"23","submission":1}
            requisition-approved | a number that is null | {"programme":"p","recipient":"23","submission":null,"reason":"x"}
            requisition-approved | a field that is null  | {"programme":"p","recipient":null,"submission":1,"reason":"x"}
            requisition-approved | a text that is null   | {"programme":"p","recipient":"23","submission":1,"reason":null}
            requisition-approved | a code as number      | {"programme":"p","recipient":23,"submission":1,"reason":"x"}
            requisition-approved | a code of three       | {"programme":"p","recipient":"230","submission":1,"reason":"x"}
            requisition-approved | a field twice         | {"programme":"p","recipient":"23","recipient":"24","submission":1,"reason":"x"}
            requisition-approved | something behind      | {"programme":"p","recipient":"23","submission":1,"reason":"x"} {}
            requisition-approved | no object             | ["p","23","x"]
            requisition-approved | nothing               | null
            requisition-approved | no JSON               | {"programme":
            operations-reported  | a cell too short      | {"reporter":"r","month":"2025-03","revision":1,"receivedAt":"2025-04-01T00:00:00Z","cells":[["23","24","PUBLIC","CATARACT"]]}
            operations-reported  | a cell too long       | {"reporter":"r","month":"2025-03","revision":1,"receivedAt":"2025-04-01T00:00:00Z","cells":[["23","24","PUBLIC","CATARACT",1,2]]}
            operations-reported  | a count as text       | {"reporter":"r","month":"2025-03","revision":1,"receivedAt":"2025-04-01T00:00:00Z","cells":[["23","24","PUBLIC","CATARACT","1"]]}
            operations-reported  | a count with decimals | {"reporter":"r","month":"2025-03","revision":1,"receivedAt":"2025-04-01T00:00:00Z","cells":[["23","24","PUBLIC","CATARACT",1.0]]}
            operations-reported  | a count too great     | {"reporter":"r","month":"2025-03","revision":1,"receivedAt":"2025-04-01T00:00:00Z","cells":[["23","24","PUBLIC","CATARACT",100001]]}
            operations-reported  | an unknown provider   | {"reporter":"r","month":"2025-03","revision":1,"receivedAt":"2025-04-01T00:00:00Z","cells":[["23","24","STATE","CATARACT",1]]}
            operations-reported  | a cell that is null   | {"reporter":"r","month":"2025-03","revision":1,"receivedAt":"2025-04-01T00:00:00Z","cells":[null]}
            operations-reported  | a revision as text    | {"reporter":"r","month":"2025-03","revision":"1","receivedAt":"2025-04-01T00:00:00Z","cells":[]}
            requisition-withdrawn | a day for an instant | {"programme":"p","recipient":"23","receivedAt":"2025-04-01"}
            """)
    void whatDoesNotFitTheSchemaIsRefused(String type, String fault, String payload) {
        assertThatThrownBy(() -> codec.decode(type, 1, payload))
                .as(fault)
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining(type);
    }

    @Test
    void aFullMonthOfEveryRegionStaysFarBelowAMegabyte() {
        OperationsReported month = fullMonth();

        String payload = codec.encode(month).payload();

        assertThat(month.cells()).hasSize(2_646);
        assertThat(payload.getBytes(StandardCharsets.UTF_8).length).isLessThan(150_000);
        assertThat(codec.decode("operations-reported", 1, payload)).isEqualTo(month);
    }

    @Test
    void halfACharacterIsRefusedBeforeItReachesTheLog() {
        var event = new RequisitionApproved(new ProgrammeId("p"), new RecipientCode("23"), 1, "\ud83d");

        assertThatThrownBy(() -> codec.encode(event)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyTextComesBackAsItWas() {
        var event = new RequisitionApproved(
                new ProgrammeId("p"), new RecipientCode("23"), 1, "Å ä ö \"citat\" \\ \u0001 \n 😀 \u2028");

        var encoded = codec.encode(event);

        assertThat(encoded.payload()).doesNotContain("\u0001").contains("😀");
        assertThat(codec.decode(encoded.type(), encoded.schema(), encoded.payload()))
                .isEqualTo(event);
    }

    /** Every region's inhabitants in every region, public and private, three procedures: 21 × 21 × 2 × 3 cells. */
    public static OperationsReported fullMonth() {
        List<OperationCell> cells = new ArrayList<>();
        for (int home = 1; home <= 21; home++) {
            for (int performed = 1; performed <= 21; performed++) {
                for (Provider provider : Provider.values()) {
                    for (String procedure : List.of("CATARACT", "HIP_REPLACEMENT", "PROLAPSE")) {
                        cells.add(new OperationCell(
                                new RecipientCode("%02d".formatted(home)),
                                new RecipientCode("%02d".formatted(performed)),
                                provider,
                                new Procedure(procedure),
                                home * performed));
                    }
                }
            }
        }
        return new OperationsReported(
                new ReporterId("patientregistret"),
                YearMonth.of(2025, 3),
                1,
                Instant.parse("2025-04-10T08:00:00Z"),
                cells);
    }
}
