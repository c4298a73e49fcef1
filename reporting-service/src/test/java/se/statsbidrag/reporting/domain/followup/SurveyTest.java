package se.statsbidrag.reporting.domain.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import se.statsbidrag.events.SurveyAnswered;
import se.statsbidrag.events.SurveyAnswered.Reported;
import se.statsbidrag.events.SurveyRespondent;
import se.statsbidrag.reporting.domain.DeliveryFault;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** What a region and RSS may answer (R-G8). */
class SurveyTest {
    private static final Instant OPENS = Instant.parse("2025-10-31T23:00:00Z");
    private static final RecipientCode OSTERSUND = new RecipientCode("2380");
    private static final RecipientCode BRACKE = new RecipientCode("2305");

    private static Outcome answer(SurveyRespondent as, Instant at, Optional<SurveyAnswered> before, Reported... all) {
        return Survey.answer(
                new ProgrammeId("care-2025"),
                new RecipientCode("23"),
                as,
                new TreeSet<>(List.of(OSTERSUND, BRACKE)),
                "Läget i länet",
                List.of(all),
                OPENS,
                at,
                before);
    }

    private static Reported reported(RecipientCode municipality) {
        return new Reported(municipality, "Fler trygghetsboenden");
    }

    @Test
    void rssTellsWhatEachMunicipalityReported() {
        Outcome outcome = answer(SurveyRespondent.RSS, OPENS, Optional.empty(), reported(OSTERSUND), reported(BRACKE));

        SurveyAnswered event = (SurveyAnswered) ((Outcome.Recorded) outcome).event();
        assertThat(event.municipalities()).extracting(Reported::municipality).containsExactly(BRACKE, OSTERSUND);
        assertThat(answer(SurveyRespondent.RSS, OPENS, Optional.of(event), reported(BRACKE), reported(OSTERSUND)))
                .isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    void whatIsNotTheirsToSayIsNamed() {
        Outcome rss = answer(
                SurveyRespondent.RSS,
                OPENS,
                Optional.empty(),
                reported(new RecipientCode("0180")),
                reported(BRACKE),
                reported(BRACKE));
        Outcome region = answer(SurveyRespondent.REGION, OPENS, Optional.empty(), reported(BRACKE));

        assertThat(((Outcome.Wrong) rss).faults().first())
                .extracting(DeliveryFault::field)
                .containsExactly("municipalities[0].municipality", "municipalities[2].municipality");
        assertThat(((Outcome.Wrong) region).faults().first())
                .extracting(DeliveryFault::field)
                .containsExactly("municipalities");
        assertThat(answer(SurveyRespondent.REGION, OPENS.minusSeconds(1), Optional.empty()))
                .isInstanceOf(Outcome.Conflict.class);
    }
}
