package se.statsbidrag.reporting.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.reporting.application.DeliveryRows;
import se.statsbidrag.reporting.domain.DeliveryFault;
import se.statsbidrag.reporting.domain.Faults;
import se.statsbidrag.reporting.domain.Intake;
import se.statsbidrag.reporting.domain.TestRules;

class DeliveryRowsTest {
    private static final DeliveryAddress MARCH = new DeliveryAddress("patientregistret", "2025-03");
    private static final String HEADER = "homeRegion,performedIn,provider,procedure,count\n";

    private static Intake read(DeliveryRows rows) {
        Intake intake =
                new Intake(TestRules.RULES, TestRules.SCOPES, Instant.parse("2025-04-10T10:00:00Z"), new Faults());
        rows.readInto(intake);
        return intake;
    }

    private static DeliveryRows.Body bytes(byte[] body) {
        return () -> new ByteArrayInputStream(body);
    }

    private static Intake csv(String file) {
        return read(new CsvDeliveryRows(bytes(file.getBytes(UTF_8)), MARCH));
    }

    private static Intake json(String document) {
        return read(new JsonDeliveryRows(bytes(document.getBytes(UTF_8)), MARCH));
    }

    private static Intake many(String document) {
        return read(new JsonDeliveryRows(bytes(document.getBytes(UTF_8)), null));
    }

    private static List<Integer> counts(Intake intake) {
        assertThat(intake.faults().first()).isEmpty();
        return intake.deliveries().values().stream()
                .flatMap(List::stream)
                .map(cell -> cell.count())
                .toList();
    }

    private static void assertUnreadable(byte[] body, boolean csv) {
        assertThatThrownBy(() ->
                        read(csv ? new CsvDeliveryRows(bytes(body), MARCH) : new JsonDeliveryRows(bytes(body), MARCH)))
                .asInstanceOf(type(ProblemException.class))
                .satisfies(refusal -> {
                    assertThat(refusal.problem().status()).isEqualTo(400);
                    assertThat(refusal.problem().faults())
                            .extracting(Fault::action)
                            .doesNotContainNull();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "homeRegion,performedIn,provider,procedure,count\n14,14,PUBLIC,CATARACT,5\n01,14,PUBLIC,CATARACT,6\n",
                "homeRegion,performedIn,provider,procedure,count\r\n14,14,PUBLIC,CATARACT,5\r\n01,14,PUBLIC,CATARACT,6",
                "\uFEFFhomeRegion,performedIn,provider,procedure,count\n14,14,PUBLIC,CATARACT,5\n01,14,PUBLIC,CATARACT,6\n\n",
                "\"homeRegion\",\"performedIn\",provider,procedure,count\n\"14\",14,\"PUBLIC\",CATARACT,\"5\"\n01,14,PUBLIC,CATARACT,6",
                "count,procedure,provider,performedIn,homeRegion\n5,CATARACT,PUBLIC,14,14\n6,CATARACT,PUBLIC,14,01\n"
            })
    void csvIsReadAsTheProgramsOfTheFieldWriteIt(String file) {
        assertThat(counts(csv(file))).containsExactlyInAnyOrder(5, 6);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            homeRegion;performedIn;provider;procedure;count     | ''       | the fields are separated by semicolons
            homeRegion,performedIn,provider,procedure           | count    | the header lacks the column
            homeRegion,performedIn,provider,procedure,antal     | count    | the header lacks the column
            homeRegion,performedIn,provider,procedure,count,age | age      | there is no such column
            homeRegion,performedIn,provider,provider,procedure,count | provider | the column stands twice
            14,14,PUBLIC,CATARACT,5                             | homeRegion | the header lacks the column
            """)
    void aWrongHeaderIsNamed(String header, String field, String fault) {
        assertThat(csv(header + "\n14;14;PUBLIC;CATARACT;5\n").faults().first().getFirst())
                .satisfies(found -> {
                    assertThat(found.row()).isEqualTo(1);
                    assertThat(found.field()).isEqualTo(field);
                    assertThat(found.fault()).isEqualTo(fault);
                });
    }

    @Test
    void aRowIsTheLineOfTheFileWithTheHeaderAsLineOne() {
        Intake intake =
                csv(HEADER + "14,14,PUBLIC,CATARACT,5\n\n\"99\n\",14,PUBLIC,CATARACT,5\n98,14,PUBLIC,CATARACT,5\n"
                        + "14,PUBLIC,CATARACT,5\n");

        assertThat(intake.faults().first()).extracting(DeliveryFault::row).containsExactly(4, 6, 7);
        assertThat(intake.faults().first().getLast().fault()).isEqualTo("the row has 4 fields, the header 5");
    }

    @Test
    void aCsvThatCannotBeReadIsRefusedWithoutRows() {
        assertUnreadable(new byte[0], true);
        assertUnreadable((HEADER + "14,14,\"PUB\"LIC,CATARACT,5\n").getBytes(UTF_8), true);
        assertUnreadable((HEADER + "Jämtland,14,PUBLIC,CATARACT,5\n").getBytes(ISO_8859_1), true);
        assertUnreadable((HEADER + "9".repeat(1_000_000)).getBytes(UTF_8), true);
    }

    @Test
    void aHeaderAloneIsADeliveryWithoutCells() {
        assertThat(csv(HEADER).deliveries().values()).containsExactly(List.of());
        assertThat(json("{\"cells\": []}").deliveries().values()).containsExactly(List.of());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            "homeRegion":"14","performedIn":"14","provider":"PUBLIC","procedure":"CATARACT","count":"5"  | count | "5" | not an integer number
            "homeRegion":"14","performedIn":"14","provider":"PUBLIC","procedure":"CATARACT","count":5.0  | count | 5.0 | not an integer number
            "homeRegion":"14","performedIn":"14","provider":"PUBLIC","procedure":"CATARACT","count":5e0  | count | 5e0 | not an integer number
            "homeRegion":"14","performedIn":"14","provider":"PUBLIC","procedure":"CATARACT","count":null | count | null | not an integer number
            "homeRegion":"14","performedIn":"14","provider":"PUBLIC","procedure":"CATARACT","count":true | count | true | not an integer number
            "homeRegion":"14","performedIn":"14","provider":"PUBLIC","procedure":"CATARACT","count":[5]  | count | […] | not an integer number
            "homeRegion":"14","performedIn":"14","provider":"PUBLIC","procedure":"CATARACT","count":-5   | count | -5 | below 0
            "homeRegion":"14","performedIn":"14","provider":"PUBLIC","procedure":"CATARACT"              | count | '' | the field is missing
            "homeRegion":14,"performedIn":"14","provider":"PUBLIC","procedure":"CATARACT","count":5      | homeRegion | 14 | not a string
            "homeRegion":null,"performedIn":"14","provider":"PUBLIC","procedure":"CATARACT","count":5    | homeRegion | null | not a string
            "homeRegion":"14","performedIn":"14","provider":{"a":1},"procedure":"CATARACT","count":5     | provider | {…} | not a string
            "homeRegion":"14","performedIn":"14","provider":"PUBLIC","procedure":"CATARACT","count":5,"age":7 | age | 7 | there is no such field
            """)
    void jsonTypesAreExact(String cell, String field, String value, String fault) {
        String document = "{\"cells\":[{\"homeRegion\":\"01\",\"performedIn\":\"14\",\"provider\":\"PUBLIC\","
                + "\"procedure\":\"CATARACT\",\"count\":1},{" + cell + "}]}";

        assertThat(json(document).faults().first()).singleElement().satisfies(found -> {
            assertThat(found.row()).isEqualTo(2);
            assertThat(found.field()).isEqualTo(field);
            assertThat(found.value()).isEqualTo(value);
            assertThat(found.fault()).isEqualTo(fault);
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            []              | ''    | not an object with the array 'cells'
            "cells"         | ''    | not an object with the array 'cells'
            null            | ''    | not an object with the array 'cells'
            {}              | cells | the field is missing
            {"cells": {}}   | cells | not an array
            {"cells": null} | cells | not an array
            {"cells": [5]}  | ''    | not an object
            {"cells": [], "month": "2025-03"} | month | there is no such field
            """)
    void jsonOfAnotherShapeIsReadableButWrong(String document, String field, String fault) {
        assertThat(json(document).faults().first()).singleElement().satisfies(found -> {
            assertThat(found.field()).isEqualTo(field);
            assertThat(found.fault()).isEqualTo(fault);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"cells\": [}",
                "{\"cells\": []} {}",
                "{\"cells\": [], \"cells\": []}",
                "{'cells': []}"
            })
    void jsonThatCannotBeReadIsRefused(String document) {
        assertUnreadable(document.getBytes(UTF_8), false);
    }

    @Test
    void manyDeliveriesComeAsRowsOrAsDeliveriesWithCells() {
        String cell = "\"homeRegion\":\"14\",\"performedIn\":\"14\",\"provider\":\"PUBLIC\",\"procedure\":\"CATARACT\"";
        Intake intake = many("[{\"reporter\":\"patientregistret\",\"month\":\"2025-02\"," + cell + ",\"count\":5},"
                + "{\"cells\":[{" + cell + ",\"count\":6}],\"month\":\"2025-03\",\"reporter\":\"patientregistret\"}]");

        assertThat(counts(intake)).containsExactly(5, 6);
    }

    @Test
    void faultsAmongManyDeliveriesNameTheRowInTheArray() {
        String good = "{\"reporter\":\"patientregistret\",\"month\":\"2025-02\",\"homeRegion\":\"14\","
                + "\"performedIn\":\"14\",\"provider\":\"PUBLIC\",\"procedure\":\"CATARACT\",\"count\":5}";
        Intake intake = many("[" + good + ", 7, {}, "
                + good.replace("patientregistret", "nobody").replace("2025-02", "2025-04") + "," + good + "]");

        assertThat(intake.faults().first())
                .extracting(fault -> fault.row() + " " + fault.field())
                .containsExactly(
                        "2 ",
                        "3 reporter",
                        "3 month",
                        "3 homeRegion",
                        "3 performedIn",
                        "3 provider",
                        "3 procedure",
                        "3 count",
                        "4 reporter",
                        "4 month",
                        "5 homeRegion, performedIn, provider, procedure");
    }

    @Test
    void tooManyRowsEndTheRequest() {
        String rows = "14,14,PUBLIC,CATARACT,5\n".repeat(DeliveryRows.MOST + 1);

        assertThatThrownBy(() -> csv(HEADER + rows))
                .asInstanceOf(type(ProblemException.class))
                .satisfies(refusal -> assertThat(refusal.problem().status()).isEqualTo(413));
    }
}
