package se.statsbidrag.rules.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import se.statsbidrag.rules.GrantYear;
import se.statsbidrag.rules.RandomYear;
import se.statsbidrag.rules.ShippedDefinition;
import se.statsbidrag.rules.TreeChange;
import se.statsbidrag.rules.fact.Delivery;
import se.statsbidrag.rules.fact.Facts;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinitionReader;
import se.statsbidrag.rules.value.OperationCell;
import se.statsbidrag.rules.value.TableId;

class PlanPropertiesTest {
    private static final ProgrammeDefinition SHIPPED = ShippedDefinition.definition();
    private static final ProgrammeDefinition TIES = RandomYear.equalPopulations();

    @Test
    void no_krona_is_created_or_lost() {
        everyYear(120, (definition, year) -> {
            PayoutPlan plan = PayoutCalculator.compute(definition, year.facts());
            long distributed = plan.recipients().stream()
                    .mapToLong(PlannedRecipient::total)
                    .sum();
            long elsewhere = plan.pots().stream()
                    .mapToLong(pot -> pot.remaining() + pot.returned())
                    .sum();

            assertThat(distributed + elsewhere).isEqualTo(497_000_000);
            assertThat(plan.pots())
                    .allSatisfy(pot -> assertThat(pot.amount())
                            .isEqualTo(pot.distributed() + pot.remaining() + pot.transferred() + pot.returned()));
        });
    }

    @Test
    void nobody_gets_more_than_the_cap_but_through_remaining_funds() {
        everyYear(120, (definition, year) -> {
            PayoutPlan plan = PayoutCalculator.compute(definition, year.facts());

            assertThat(plan.recipients())
                    .allSatisfy(recipient -> assertThat(recipient.lines().get(1).amount())
                            .isLessThanOrEqualTo(
                                    definition.table(new TableId("cap")).value(recipient.recipient())));
            assertThat(plan.pots().subList(2, 5))
                    .allSatisfy(pot -> assertThat(plan.recipients().stream()
                                    .filter(recipient -> recipient
                                                    .lines()
                                                    .get(plan.pots().indexOf(pot))
                                                    .amount()
                                            > 0))
                            .hasSizeLessThanOrEqualTo(5));
        });
    }

    @Test
    void the_order_of_deliveries_scopes_and_regions_does_not_matter() {
        List<Object> recipients = new ArrayList<>(TreeChange.list(ShippedDefinition.tree(), "recipients.entries"));
        everyYear(60, (definition, year) -> {
            Facts facts = year.facts();
            Random random = new Random(facts.deliveries().size());
            PayoutPlan plan = PayoutCalculator.compute(definition, facts);

            assertThat(PayoutCalculator.compute(definition, shuffled(facts, random)))
                    .isEqualTo(plan);
        });
        Collections.reverse(recipients);
        ProgrammeDefinition reversed = ProgrammeDefinitionReader.read(
                        TreeChange.set(ShippedDefinition.tree(), "recipients.entries", recipients))
                .orThrow();
        everyYear(
                50,
                (_, year) -> assertThat(
                                PayoutCalculator.compute(reversed, year.facts()).recipients())
                        .isEqualTo(
                                PayoutCalculator.compute(SHIPPED, year.facts()).recipients()));
    }

    @Test
    void a_wrong_count_corrected_gives_the_plan_as_if_it_had_never_been_wrong() {
        everyYear(60, (definition, year) -> {
            Facts right = year.facts();
            List<Delivery> withDetour = new ArrayList<>();
            for (Delivery delivery : right.deliveries()) {
                withDetour.add(revision(delivery, delivery.revision() * 2 - 1, wrong(delivery.cells())));
                withDetour.add(revision(delivery, delivery.revision() * 2, delivery.cells()));
            }
            Facts corrected = new Facts(
                    right.requisitions(),
                    withDetour,
                    right.scopes(),
                    right.defaultReporter(),
                    right.deadlines(),
                    right.ties(),
                    right.admissions());

            assertThat(PayoutCalculator.compute(definition, corrected).digest())
                    .isEqualTo(PayoutCalculator.compute(definition, right).digest());
        });
    }

    @Test
    void evaluating_the_steps_again_gives_every_amount() {
        everyYear(24, (definition, year) -> Evaluated.check(definition, year.facts()));
    }

    @Test
    void the_years_are_of_every_kind() {
        List<PayoutPlan> plans = new ArrayList<>();
        everyYear(120, (definition, year) -> plans.add(PayoutCalculator.compute(definition, year.facts())));

        assertThat(plans).anySatisfy(plan -> assertThat(plan.status()).isEqualTo(PlanStatus.FINAL));
        assertThat(plans).anySatisfy(plan -> assertThat(plan.ties()).isNotEmpty());
        assertThat(plans)
                .anySatisfy(plan -> assertThat(plan.pots().get(1).transferred()).isPositive());
        assertThat(plans)
                .anySatisfy(plan -> assertThat(plan.pots().get(2).returned()).isPositive());
        assertThat(plans)
                .anySatisfy(
                        plan -> assertThat(plan.pots().getFirst().returned()).isZero());
        assertThat(plans)
                .anySatisfy(plan -> assertThat(plan.pots().get(1).distributed()).isGreaterThan(350_000_000));
    }

    private static void everyYear(int number, BiConsumer<ProgrammeDefinition, GrantYear> property) {
        LongStream.range(0, number).forEach(seed -> {
            ProgrammeDefinition definition = seed % 2 == 0 ? SHIPPED : TIES;
            try {
                property.accept(definition, RandomYear.of(seed, definition));
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("the property fails for seed " + seed, failure);
            }
        });
    }

    private static Facts shuffled(Facts facts, Random random) {
        List<Delivery> deliveries = new ArrayList<>();
        for (Delivery delivery : facts.deliveries()) {
            List<OperationCell> cells = new ArrayList<>(delivery.cells());
            Collections.shuffle(cells, random);
            deliveries.add(revision(delivery, delivery.revision(), cells));
        }
        Collections.shuffle(deliveries, random);
        var scopes = new ArrayList<>(facts.scopes());
        Collections.shuffle(scopes, random);
        return new Facts(
                facts.requisitions(),
                deliveries,
                scopes,
                facts.defaultReporter(),
                facts.deadlines(),
                facts.ties(),
                facts.admissions());
    }

    private static Delivery revision(Delivery delivery, int revision, List<OperationCell> cells) {
        return new Delivery(
                delivery.reporter(), delivery.month(), revision, delivery.receivedAt(), cells, delivery.event());
    }

    private static List<OperationCell> wrong(List<OperationCell> cells) {
        return cells.stream()
                .map(cell -> new OperationCell(
                        cell.homeRegion(),
                        cell.performedIn(),
                        cell.provider(),
                        cell.procedure(),
                        (cell.count() + 17) % OperationCell.MOST))
                .toList();
    }
}
