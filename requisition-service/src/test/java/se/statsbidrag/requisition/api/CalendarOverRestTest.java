package se.statsbidrag.requisition.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.util.ICalDate;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Everybody can read the calendar, in three forms that say the same. */
@QuarkusTest
@RunningService
class CalendarOverRestTest {
    private static final String CALENDAR = "/requisition/v1/calendar";

    /** A day that no other test looks at. */
    private static final String MOVED = "kammarkollegiet-account";

    @Test
    void itHoldsTheDaysOfAllProgrammesInForceByDate() {
        List<String> dates = given().get(CALENDAR)
                .then()
                .statusCode(200)
                .body(
                        "entries.find { it.deadline == 'requisition' && it.programme == 'korta-vardkoerna-2025' }.kind",
                        equalTo("REQUISITION"))
                .body("entries.find { it.deadline == 'delivery-cut-off' }.interpretation", equalTo("I-R5"))
                .body("entries.source", everyItem(notNullValue()))
                .extract()
                .path("entries.date");

        assertThat(dates).hasSizeGreaterThan(5).isSorted();
    }

    @Test
    void anOpeningDayIsShownWhereASourceGivesOne() {
        given().queryParam("kind", "OPENING")
                .get(CALENDAR)
                .then()
                .statusCode(200)
                .body("entries.programme", contains("tillganglighet-2025"))
                .body("entries.date", contains("2025-03-06"))
                .body("entries.deadline", contains(nullValue()));
        assertThat(given().queryParam("kind", "OPENING").get(CALENDAR + ".ics").asString())
                .contains("UID:opening.tillganglighet-2025@", "SUMMARY;LANGUAGE=sv:Första dag");
    }

    @Test
    void itIsFilteredByProgrammeKindAndDay() {
        given().queryParam("programme", "korta-vardkoerna-2025")
                .queryParam("kind", "MONTHLY_REPORT", "REQUISITION")
                .queryParam("from", "2025-06-01")
                .queryParam("to", "2025-06-30")
                .get(CALENDAR)
                .then()
                .statusCode(200)
                .body("entries.kind", containsInAnyOrder("MONTHLY_REPORT", "REQUISITION"))
                .body("entries.programme", everyItem(is("korta-vardkoerna-2025")));
    }

    @Test
    void everyWrongParameterIsNamedInAllThreeForms() {
        for (String form : List.of("", ".ics", ".atom")) {
            given().queryParam("programme", "no-such")
                    .queryParam("kind", "FEAST")
                    .queryParam("from", "tomorrow")
                    .get(CALENDAR + form)
                    .then()
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body("faults.field", containsInAnyOrder("programme", "kind", "from"));
        }
        given().queryParam("from", "2025-07-01")
                .queryParam("to", "2025-06-01")
                .get(CALENDAR)
                .then()
                .statusCode(422)
                .body("faults.field", hasSize(1));
    }

    @Test
    void aCalendarProgramReadsTheSameDays() {
        Response json = given().get(CALENDAR);
        Response file = given().get(CALENDAR + ".ics");

        assertThat(file.contentType()).isEqualToIgnoringCase("text/calendar;charset=UTF-8");
        assertThat(file.asString()).contains("\r\n").contains("DTSTART;VALUE=DATE:20250602\r\n");
        assertThat(file.asString().lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        ICalendar calendar = parsed(file);
        assertThat(calendar.validate(ICalVersion.V2_0)).isEmpty();
        assertThat(calendar.getEvents()).hasSameSizeAs(json.<List<?>>path("entries"));
        assertThat(new HashSet<>(events(calendar).keySet())).hasSameSizeAs(calendar.getEvents());

        VEvent requisition = event(calendar, "deadline.requisition.korta-vardkoerna-2025@statsbidrag");
        Map<String, Object> entry =
                json.path("entries.find { it.deadline == 'requisition' && it.programme == 'korta-vardkoerna-2025' }");
        assertThat(requisition.getSummary().getValue()).isEqualTo(entry.get("title"));
        assertThat(requisition.getDescription().getValue())
                .contains((String) entry.get("programmeTitle"), "Källa: " + entry.get("source"));
        assertThat(day(requisition.getDateStart().getValue())).isEqualTo(LocalDate.of(2025, 6, 2));
        assertThat(day(requisition.getDateEnd().getValue())).isEqualTo(LocalDate.of(2025, 6, 3));
        assertThat(requisition.getSequence().getValue()).isEqualTo(entry.get("position"));
        assertThat(requisition.getDateTimeStamp().getValue().toInstant())
                .isBetween(Instant.parse((String) entry.get("changedAt")).minusSeconds(1), Instant.parse((String)
                        entry.get("changedAt")));
    }

    @Test
    void whatIsHandedInAfterwardsHasItsWindowAndRemindsOnBankDays() {
        given().queryParam("programme", "tillganglighet-2025")
                .queryParam("kind", "FOLLOW_UP_OPENING", "FOLLOW_UP")
                .get(CALENDAR)
                .then()
                .statusCode(200)
                .body("entries.date", contains("2026-01-12", "2026-02-27"))
                .body("entries.interpretation", contains("P-T2", "P-T2"));
        given().queryParam("kind", "SURVEY_OPENING", "SURVEY")
                .get(CALENDAR)
                .then()
                .body("entries.programme", everyItem(is("god-nara-vard-2025")))
                .body("entries.date", contains("2025-11-01", "2025-11-30"));

        Response file = given().queryParam("programme", "tillganglighet-2025")
                .queryParam("kind", "FOLLOW_UP")
                .get(CALENDAR + ".ics");
        ICalendar calendar = parsed(file);
        assertThat(calendar.validate(ICalVersion.V2_0)).isEmpty();
        assertThat(calendar.getEvents())
                .singleElement()
                .satisfies(event -> assertThat(event.getAlarms())
                        .extracting(alarm -> alarm.getTrigger().getDate().toInstant())
                        .containsExactly(
                                Instant.parse("2026-02-13T07:00:00Z"),
                                Instant.parse("2026-02-20T07:00:00Z"),
                                Instant.parse("2026-02-26T07:00:00Z")));
        assertThat(file.asString()).contains("10 bankdagar kvar", "En bankdag kvar");
    }

    @Test
    void aDayThatIsMovedKeepsItsIdentityAndSaysFromWhere() {
        String uid = "deadline." + MOVED + ".korta-vardkoerna-2025@statsbidrag";
        VEvent before = event(parsed(given().get(CALENDAR + ".ics")), uid);
        XmlPath feedBefore = given().get(CALENDAR + ".atom").xmlPath();
        LocalDate definedDay = day(before.getDateStart().getValue());

        Calls.extend(MOVED, definedDay.plusDays(14).toString()).statusCode(200);

        VEvent after = event(parsed(given().get(CALENDAR + ".ics")), uid);
        assertThat(day(after.getDateStart().getValue())).isEqualTo(definedDay.plusDays(14));
        assertThat(after.getSequence().getValue())
                .isGreaterThan(before.getSequence().getValue());
        assertThat(after.getDateTimeStamp().getValue())
                .isAfterOrEqualTo(before.getDateTimeStamp().getValue());
        assertThat(after.getDescription().getValue()).contains("Förlängd; dagen var från början " + definedDay);

        Response feed = given().get(CALENDAR + ".atom");
        XmlPath xml = feed.xmlPath();
        assertThat(feed.contentType()).isEqualToIgnoringCase("application/atom+xml;charset=UTF-8");
        assertThat(xml.getString("feed.entry[0].title")).startsWith(definedDay.plusDays(14) + ": ");
        assertThat(xml.getString("feed.link.@href")).endsWith(CALENDAR + ".atom");
        assertThat(xml.getString("feed.updated")).isEqualTo(xml.getString("feed.entry[0].updated"));
        assertThat(xml.getList("feed.entry.id"))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(feedBefore.getList("feed.entry.id"));
    }

    private static ICalendar parsed(Response file) {
        return Objects.requireNonNull(Biweekly.parse(file.asString()).first());
    }

    private static Map<String, VEvent> events(ICalendar calendar) {
        return calendar.getEvents().stream()
                .collect(Collectors.toMap(event -> event.getUid().getValue(), Function.identity()));
    }

    private static VEvent event(ICalendar calendar, String uid) {
        return Objects.requireNonNull(events(calendar).get(uid), uid);
    }

    private static LocalDate day(ICalDate date) {
        assertThat(date.hasTime()).isFalse();
        return LocalDate.of(
                date.getRawComponents().getYear(),
                date.getRawComponents().getMonth(),
                date.getRawComponents().getDate());
    }
}
