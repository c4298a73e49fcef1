package se.statsbidrag.allocation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.domain.PlanDifference;
import se.statsbidrag.allocation.read.PlanDocument;
import se.statsbidrag.allocation.read.Simulations;
import se.statsbidrag.rules.plan.PayoutPlan;
import se.statsbidrag.rules.plan.PlannedPot;

/**
 * What a programme's plan would be if something happened that has not. Amounts are whole kronor.
 *
 * @param basis the last position of each log that is known; what is assumed follows after it
 * @param digestBefore of the plan as it is; left out where there is none yet
 * @param statusBefore PRELIMINARY or FINAL; left out where there is no plan yet
 * @param pots all of them, in the definition's order
 * @param recipients those whose amounts differ, or all on request
 * @param sum the check that nothing is created or lost
 * @param syntheticTables Swedish titles of the tables with made-up figures that it rests on; none when all is official
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SimulationDocument(
        String programme,
        List<PlanDocument.Position> basis,
        @Nullable String digestBefore,
        String digestAfter,
        @Nullable String statusBefore,
        String statusAfter,
        List<Pot> pots,
        List<Recipient> recipients,
        Sum sum,
        List<String> syntheticTables) {

    /** One pot as it is and as it would be; before or after is left out where the plan has no such pot. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Pot(
            String pot, @Nullable PotState before, @Nullable PotState after, PotAmounts difference) {}

    /**
     * A pot: amount = distributed + remaining + transferred + returned.
     *
     * @param status OPEN or CLOSED
     */
    @Schema(name = "PotState")
    public record PotState(
            String status, long amount, long distributed, long remaining, long transferred, long returned) {}

    /** Each sum of a pot after, less the same before. */
    @Schema(name = "PotAmounts")
    public record PotAmounts(long amount, long distributed, long remaining, long transferred, long returned) {}

    /** What a recipient is due and would be due, in all and by pot. */
    @Schema(name = "RecipientDifference")
    public record Recipient(String recipient, long before, long after, long difference, List<Line> lines) {}

    /** What a recipient is due and would be due from one pot. */
    @Schema(name = "LineDifference")
    public record Line(String pot, long before, long after, long difference) {
        static Line of(PlanDifference.Line line) {
            return new Line(line.pot().value(), line.before(), line.after(), line.difference());
        }
    }

    /**
     * The differences over the programme: recipients + remaining + returned − appropriated.
     *
     * @param recipients of what all recipients are due
     * @param remaining of what all pots have remaining
     * @param returned of what goes back to the state
     * @param appropriated of the source pots together; 0 unless the definition is another
     * @param difference what was created or lost: always 0
     */
    @Schema(name = "DifferenceSum")
    public record Sum(long recipients, long remaining, long returned, long appropriated, long difference) {
        static Sum of(PlanDifference.Sum sum) {
            return new Sum(sum.recipients(), sum.remaining(), sum.returned(), sum.appropriated(), sum.difference());
        }
    }

    /** @param all whether recipients that do not differ are in it too */
    static SimulationDocument of(Simulations.Simulated simulated, boolean all) {
        PayoutPlan before = simulated.before();
        PayoutPlan after = simulated.after();
        PlanDifference difference = PlanDifference.between(before, after);
        return new SimulationDocument(
                after.programme().value(),
                simulated.basis(),
                before == null ? null : before.digest(),
                after.digest(),
                before == null ? null : before.status().name(),
                after.status().name(),
                difference.pots().stream().map(SimulationDocument::pot).toList(),
                difference.recipients().stream()
                        .filter(recipient -> all || recipient.changed())
                        .map(recipient -> recipient(recipient, all))
                        .toList(),
                Sum.of(difference.sum()),
                after.syntheticTables());
    }

    private static Pot pot(PlanDifference.Pot pot) {
        return new Pot(
                pot.pot().value(),
                state(pot.before()),
                state(pot.after()),
                new PotAmounts(
                        pot.difference(PlannedPot::amount),
                        pot.difference(PlannedPot::distributed),
                        pot.difference(PlannedPot::remaining),
                        pot.difference(PlannedPot::transferred),
                        pot.difference(PlannedPot::returned)));
    }

    private static @Nullable PotState state(@Nullable PlannedPot pot) {
        return pot == null
                ? null
                : new PotState(
                        pot.status().name(),
                        pot.amount(),
                        pot.distributed(),
                        pot.remaining(),
                        pot.transferred(),
                        pot.returned());
    }

    private static Recipient recipient(PlanDifference.Recipient recipient, boolean all) {
        return new Recipient(
                recipient.recipient().value(),
                recipient.before(),
                recipient.after(),
                recipient.difference(),
                (all ? recipient.lines() : recipient.changedLines())
                        .stream().map(Line::of).toList());
    }
}
