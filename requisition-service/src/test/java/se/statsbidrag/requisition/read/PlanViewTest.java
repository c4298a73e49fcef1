package se.statsbidrag.requisition.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.statsbidrag.events.JointPlan;
import se.statsbidrag.events.PlannedMeasure;
import se.statsbidrag.rules.value.RecipientCode;

class PlanViewTest {
    private static final JointPlan GOTLAND = new JointPlan(
            "",
            "",
            List.of(new PlannedMeasure(
                    1, "Fast läkarkontakt", List.of(new RecipientCode("09"), new RecipientCode("0980")))));

    @Test
    void itNamesThoseWhoCarryOutAMeasureByOfficialCode() {
        assertThat(PlanView.of(GOTLAND))
                .isEqualTo(new PlanView(
                        "", "", List.of(new PlanView.Measure(1, "Fast läkarkontakt", List.of("09", "0980")))));
    }

    @Test
    void aChangeOfItReadsOnOneLine() {
        assertThat(PlanView.text(GOTLAND)).isEqualTo("1 Fast läkarkontakt [09, 0980]");
        assertThat(PlanView.text(new JointPlan("RJL 2025/12", "RSS Jönköping", List.of())))
                .isEqualTo("RJL 2025/12; RSS Jönköping");
        assertThat(PlanView.text(null)).isNull();
    }
}
