package se.statsbidrag.rules.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.statsbidrag.rules.GrantYear;
import se.statsbidrag.rules.ShippedDefinition;
import se.statsbidrag.rules.WorkedExample;
import se.statsbidrag.rules.fact.Delivery;
import se.statsbidrag.rules.fact.Facts;
import se.statsbidrag.rules.fact.Submission.Outcome;
import se.statsbidrag.rules.programme.CanonicalForm;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.PotId;

class ExplanationTest {
    private static final ProgrammeDefinition DEFINITION = ShippedDefinition.definition();
    private static final Facts FACTS = WorkedExample.year().bothPassed().facts();
    private static final PlanExplanation FINAL = PlanExplanation.of(DEFINITION, FACTS);

    @Test
    void evaluating_the_leaves_again_gives_every_amount_of_the_worked_example() {
        Evaluated.check(DEFINITION, FACTS);
        Evaluated.check(DEFINITION, WorkedExample.year().facts());
    }

    @Test
    void the_counts_of_a_line_go_down_to_every_delivery_that_holds_them() {
        Set<EventReference> cited = new HashSet<>();
        Step line = ((Input.Derived)
                        FINAL.recipient(GrantYear.region("20")).inputs().get(1))
                .step();
        collect(line, cited);

        assertThat(cited)
                .containsAll(FACTS.deliveries().stream()
                        .filter(delivery -> delivery.cells().stream()
                                .anyMatch(cell -> cell.homeRegion().equals(GrantYear.region("20"))
                                        && cell.count() > 0
                                        && (cell.performedIn().value().equals("12")
                                                        && delivery.month().getMonthValue() >= 5)
                                                == delivery.reporter().value().equals("mellanhand")))
                        .map(Delivery::event)
                        .toList());
    }

    @Test
    void a_step_that_is_written_twice_is_written_whole_once() {
        String document = CanonicalForm.text(StepDocument.of(FINAL.recipient(GrantYear.region("20"))));

        assertThat(document).containsOnlyOnce("\"id\":\"transferred/block-2\"");
        assertThat(document).contains("\"sameAs\":\"transferred/block-2\"");
    }

    @Test
    void the_same_facts_in_another_order_give_the_same_explanation_byte_for_byte() {
        List<Delivery> reversed = new ArrayList<>(FACTS.deliveries()).reversed();
        Facts other = new Facts(
                FACTS.requisitions(),
                reversed,
                FACTS.scopes(),
                FACTS.defaultReporter(),
                FACTS.deadlines(),
                FACTS.ties(),
                FACTS.admissions());
        PlanExplanation again = PlanExplanation.of(ShippedDefinition.definition(), other);

        assertThat(DEFINITION.recipients()).extracting(Recipient::code).allSatisfy(code -> {
            assertThat(CanonicalForm.text(StepDocument.of(again.recipient(code))))
                    .isEqualTo(CanonicalForm.text(StepDocument.of(FINAL.recipient(code))));
            assertThat(again.text(code)).isEqualTo(FINAL.text(code));
        });
    }

    @Test
    void the_text_for_a_letter_is_the_approved_one() throws IOException {
        try (InputStream approved =
                Objects.requireNonNull(getClass().getResourceAsStream("/explanation-dalarna.txt"))) {
            assertThat(FINAL.text(GrantYear.region("20")))
                    .isEqualTo(new String(approved.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void the_text_says_why_the_plan_is_preliminary() {
        GrantYear year = WorkedExample.year()
                .requisitionDeadlinePassed()
                .submits("10", "2025-05-30", Outcome.SUBMITTED)
                .submits("01", GrantYear.noon("2025-06-10"), Outcome.WITHDRAWN, false);
        String text = PlanExplanation.of(DEFINITION, year.facts()).text(GrantYear.region("10"));

        assertThat(text)
                .contains("enligt en preliminär beräkning")
                .contains("Beräkningen är preliminär och kan ändras. Följande är ännu inte stängt: Block 1")
                .contains("Rekvisitionen från Region Blekinge är ännu inte avgjord (händelse requisitions:")
                .contains("reserverat tills den är avgjord")
                .contains("fördelas först när följande är stängt: Block 2");
    }

    @Test
    void the_text_says_when_a_requisition_is_late_rejected_withdrawn_or_missing() {
        GrantYear year = new GrantYear()
                .submits("01", "2025-06-03", Outcome.APPROVED)
                .submits("03", "2025-05-05", Outcome.REJECTED)
                .submits("04", "2025-05-05", Outcome.APPROVED)
                .submits("04", "2025-05-06", Outcome.WITHDRAWN)
                .bothPassed();
        PlanExplanation explanation = PlanExplanation.of(DEFINITION, year.facts());

        assertThat(explanation.text(GrantYear.region("01")))
                .contains("kom in den 3\u00a0juni 2025")
                .contains("efter sista dagen den 2\u00a0juni 2025. Den räknas därför inte.");
        assertThat(explanation.text(GrantYear.region("03"))).contains("är avslagen");
        assertThat(explanation.text(GrantYear.region("04"))).contains("Rekvisitionen är återtagen");
        assertThat(explanation.text(GrantYear.region("05"))).contains("Det finns ingen rekvisition från");
    }

    @Test
    void a_pot_is_explained_and_an_unknown_one_refused() {
        PotExplanation pot = FINAL.pot(new PotId("block-2"));

        assertThat(pot.transferred()).extracting(Step::result).isEqualTo(189_408_320L);
        assertThat(pot.returned()).isNull();
        assertThatThrownBy(() -> FINAL.pot(new PotId("block-3"))).hasMessageContaining("block-3");
        assertThatThrownBy(() -> FINAL.recipient(GrantYear.region("99"))).hasMessageContaining("99");
        assertThatThrownBy(() -> FINAL.text(GrantYear.region("99"))).hasMessageContaining("99");
    }

    private static void collect(Step step, Set<EventReference> cited) {
        step.inputs().forEach(input -> {
            switch (input) {
                case Input.Derived derived -> collect(derived.step(), cited);
                case Input.FromEvent leaf -> cited.add(leaf.event());
                case Input.Parameter _ -> {}
            }
        });
    }
}
