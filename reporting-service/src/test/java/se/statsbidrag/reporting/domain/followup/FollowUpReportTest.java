package se.statsbidrag.reporting.domain.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.events.FollowUpContent;
import se.statsbidrag.events.FollowUpEvent;
import se.statsbidrag.events.MandateReference;
import se.statsbidrag.reporting.domain.DeliveryFault;
import se.statsbidrag.rules.programme.FollowUp;
import se.statsbidrag.rules.value.FollowUpPart;
import se.statsbidrag.rules.value.OrganisationNumber;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** A report from its draft to its acceptance, and when it is late (R-K10, R-T6, R-G7). */
class FollowUpReportTest {
    private static final ReportTerms TERMS = new ReportTerms(
            new ProgrammeId("access-2025"),
            new FollowUp(
                    new FollowUp.Opening(LocalDate.of(2026, 1, 12), "assumed", "P-T2"),
                    List.of(
                            new FollowUp.Part(FollowUpPart.USE, "Hur medlen använts", "10 §"),
                            new FollowUp.Part(FollowUpPart.RESULTS, "Resultat", "10 §")),
                    null,
                    null),
            "TV-2025-",
            LocalDate.of(2026, 2, 27));
    private static final RecipientCode RECIPIENT = new RecipientCode("23");
    private static final MandateReference MANDATE =
            new MandateReference(new OrganisationNumber("232100-0214"), "somebody");
    private static final Grant GRANT = new Grant(1000, true);
    private static final Instant IN_TIME = Instant.parse("2026-02-27T22:59:59Z");
    private static final Instant LATE = Instant.parse("2026-02-27T23:00:00Z");

    private FollowUpReport report = FollowUpReport.NONE;
    private long version;

    private static FollowUpContent content(@Nullable Long used, FollowUpPart... parts) {
        return new FollowUpContent(
                used,
                Stream.of(parts)
                        .map(part -> new FollowUpContent.Part(part, "Text om " + part))
                        .toList());
    }

    private static FollowUpContent whole() {
        return content(900L, FollowUpPart.USE, FollowUpPart.RESULTS);
    }

    private ReportDecider decider() {
        return new ReportDecider(TERMS, RECIPIENT, report);
    }

    private void happens(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
        FollowUpEvent event = ((Outcome.Recorded) outcome).event();
        report = report.evolve(++version, event);
    }

    private static List<String> faults(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Wrong.class);
        return ((Outcome.Wrong) outcome)
                .faults().first().stream().map(DeliveryFault::value).toList();
    }

    private Outcome submit(Instant at) {
        return decider().submit(true, at, GRANT, MANDATE);
    }

    private void isHandedIn(Instant at) {
        happens(decider().save(whole()));
        happens(submit(at));
    }

    @Test
    void itIsWrittenHandedInAndAccepted() {
        assertThat(submit(IN_TIME)).isInstanceOf(Outcome.Conflict.class);
        happens(decider().save(content(null, FollowUpPart.RESULTS)));
        assertThat(decider().save(content(null, FollowUpPart.RESULTS))).isInstanceOf(Outcome.Unchanged.class);
        isHandedIn(IN_TIME);
        assertThat(submit(IN_TIME)).isInstanceOf(Outcome.Unchanged.class);
        assertThat(decider().save(content(1L))).isInstanceOf(Outcome.Conflict.class);
        assertThat(report.handedIn().orElseThrow().event().caseNumber()).isEqualTo("TV-2025-U23");

        happens(decider().accept("Fullständig"));

        assertThat(report.state()).isEqualTo(ReportState.ACCEPTED);
        assertThat(decider().save(whole())).isInstanceOf(Outcome.Conflict.class);
        assertThat(submit(IN_TIME)).isInstanceOf(Outcome.Conflict.class);
        assertThat(decider().accept("Igen")).isInstanceOf(Outcome.Conflict.class);
    }

    @Test
    void everythingThatIsAskedForMustBeThereAndCertified() {
        happens(decider().save(content(1001L, FollowUpPart.USE)));

        assertThat(faults(decider().submit(false, IN_TIME, GRANT, MANDATE)))
                .containsExactly("false", "1001", "RESULTS");
        assertThat(faults(
                        decider().save(content(-1L, FollowUpPart.PRODUCTION_PLAN, FollowUpPart.USE, FollowUpPart.USE))))
                .containsExactly("PRODUCTION_PLAN", "USE", "-1");
    }

    @Test
    void nothingIsReceivedBeforeTheWindowOpens() {
        happens(decider().save(whole()));

        assertThat(submit(Instant.parse("2026-01-11T22:59:59Z"))).isInstanceOf(Outcome.Conflict.class);
        assertThat(submit(Instant.parse("2026-01-11T23:00:00Z"))).isInstanceOf(Outcome.Recorded.class);
    }

    @ParameterizedTest(name = "handed in {0}, completed {1}: late {2}")
    @CsvSource({
        "2026-02-27T22:59:59Z, , false",
        "2026-02-27T23:00:00Z, , true",
        "2026-02-20T10:00:00Z, 2026-03-13T22:59:59Z, false",
        "2026-02-20T10:00:00Z, 2026-03-13T23:00:00Z, true",
        "2026-03-02T10:00:00Z, 2026-03-10T10:00:00Z, true"
    })
    void lateIsWhatArrivedAfterTheLastDayAndACompletionInTimeKeepsItsArrival(
            Instant handedIn, @Nullable Instant completed, boolean late) {
        isHandedIn(handedIn);
        if (completed != null) {
            happens(decider().giveBack("Resultaten saknas", LocalDate.of(2026, 3, 13), handedIn));
            assertThat(report.written()).contains(whole());
            happens(submit(completed));
        }

        assertThat(TERMS.isLate(report.handedIn().orElseThrow().arrivedAt())).isEqualTo(late);
    }

    @Test
    void whatIsSentBackNeedsAReasonAndADayToCome() {
        isHandedIn(LATE);

        assertThat(faults(decider().giveBack(" ", LocalDate.of(2026, 2, 27), LATE)))
                .containsExactly(" ", "2026-02-27");
        assertThat(faults(decider().accept(""))).containsExactly("");
        happens(decider().giveBack("Komplettera", LocalDate.of(2026, 3, 13), LATE));
        assertThat(decider().giveBack("Igen", LocalDate.of(2026, 3, 13), LATE)).isInstanceOf(Outcome.Conflict.class);
        happens(decider().save(content(800L, FollowUpPart.USE, FollowUpPart.RESULTS)));
        assertThat(report.state()).isEqualTo(ReportState.RETURNED);
    }
}
