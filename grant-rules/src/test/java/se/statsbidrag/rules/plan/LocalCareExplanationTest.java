package se.statsbidrag.rules.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.statsbidrag.rules.GrantYear;
import se.statsbidrag.rules.ShippedDefinition;
import se.statsbidrag.rules.fact.DeadlineInForce;
import se.statsbidrag.rules.fact.Facts;
import se.statsbidrag.rules.fact.Submission;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.programme.Shares;
import se.statsbidrag.rules.value.DeadlineId;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.RecipientCode;

/** Good local care over all 311 recipients: every tenth asks for half, the others for all; every other one wants more. */
class LocalCareExplanationTest {
    private static final ProgrammeDefinition LOCAL_CARE = ShippedDefinition.definition(ShippedDefinition.LOCAL_CARE);
    private static final Facts FACTS = facts();

    @Test
    void every_recipients_steps_give_its_amount_again() {
        PlanExplanation explanation = PlanExplanation.of(LOCAL_CARE, FACTS);

        assertThat(explanation.plan().status()).isEqualTo(PlanStatus.FINAL);
        assertThat(explanation.plan().recipients()).hasSize(311);
        assertThat(List.of("01", "09", "23", "0980", "2309", "2425", "0180")).allSatisfy(code -> {
            Step tree = explanation.recipient(new RecipientCode(code));
            assertThat(StepEvaluator.evaluate(tree))
                    .isEqualTo(explanation.plan().recipients().stream()
                            .filter(each -> each.recipient().value().equals(code))
                            .findFirst()
                            .orElseThrow()
                            .total());
        });
    }

    @Test
    void what_rests_on_synthetic_figures_says_so() {
        assertThat(PlanExplanation.of(LOCAL_CARE, FACTS).text(new RecipientCode("2425")))
                .contains("landsbygdsklass (påhittade uppgifter)")
                .contains("personer med kommunal hälso- och sjukvård (påhittade uppgifter)")
                .contains("invånare den 31 december 2024, i stället för den 1 november");
    }

    static Facts facts() {
        Shares shares = Shares.of(LOCAL_CARE);
        Map<RecipientCode, List<Submission>> requisitions = new HashMap<>();
        List<RecipientCode> codes =
                LOCAL_CARE.recipients().stream().map(Recipient::code).toList();
        for (int index = 0; index < codes.size(); index++) {
            long share = shares.total(codes.get(index));
            requisitions.put(
                    codes.get(index),
                    List.of(new Submission(
                            GrantYear.noon("2025-04-01"),
                            index % 10 == 0 ? share / 2 : share,
                            index % 2 == 1,
                            Submission.Outcome.APPROVED,
                            new EventReference("requisitions", 2L * index + 1),
                            new EventReference("requisitions", 2L * index + 2),
                            false,
                            null)));
        }
        DeadlineId deadline = new DeadlineId("requisition");
        return new Facts(
                requisitions,
                List.of(),
                List.of(),
                GrantYear.REGISTER,
                Map.of(
                        deadline,
                        new DeadlineInForce(
                                deadline,
                                LOCAL_CARE.deadline(deadline).orElseThrow().dueDate(),
                                null,
                                new EventReference("requisitions", 1000))),
                List.of(),
                List.of());
    }
}
