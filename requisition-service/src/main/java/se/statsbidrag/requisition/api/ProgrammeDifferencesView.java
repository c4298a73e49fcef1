package se.statsbidrag.requisition.api;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.requisition.application.Definitions;
import se.statsbidrag.requisition.domain.DefinitionDifferences;
import se.statsbidrag.requisition.domain.FieldChange;
import se.statsbidrag.requisition.domain.ProgrammeVersion;
import se.statsbidrag.requisition.domain.ShareDifferences;
import se.statsbidrag.requisition.domain.ShareDifferences.OfRecipient;
import se.statsbidrag.requisition.messaging.PlanSimulations;

/**
 * How a version differs from the one in force before it.
 *
 * @param against that version; null when there was none, and then {@code fields} is empty
 * @param reason why it was proposed
 * @param fields field by field
 * @param pots in kronor, for the pots whose shares follow from the definition
 * @param recipients over these pots
 * @param total over all recipients
 * @param plan what every recipient would be due from all pots; null where the version does not wait, or where no plan can
 *     be had now
 */
@Schema(name = "ProgrammeDifferences")
public record ProgrammeDifferencesView(
        String programme,
        int version,
        @Nullable Integer against,
        String reason,
        List<Field> fields,
        List<Pot> pots,
        List<Share> recipients,
        Kronor total,
        @Nullable Plan plan) {

    /**
     * A field that differs.
     *
     * @param path such as {@code pots[block-1].amount}
     * @param before null where it is new
     * @param after null where it is gone
     */
    @Schema(name = "ProgrammeFieldDifference")
    public record Field(
            String path,

            @Schema(description = "Any JSON value") @Nullable Object before,

            @Schema(description = "Any JSON value") @Nullable Object after) {
        static Field of(FieldChange change) {
            return new Field(change.path(), change.before(), change.after());
        }
    }

    /** Whole kronor. */
    @Schema(name = "ShareDifference")
    public record Kronor(long before, long after, long difference) {
        static Kronor of(ShareDifferences.Change change) {
            return new Kronor(change.before(), change.after(), change.difference());
        }
    }

    /** A recipient's share, in whole kronor. */
    @Schema(name = "RecipientShareDifference")
    public record Share(String recipient, long before, long after, long difference) {
        static List<Share> of(List<OfRecipient> lines) {
            return lines.stream()
                    .map(line -> new Share(
                            line.recipient().value(),
                            line.change().before(),
                            line.change().after(),
                            line.change().difference()))
                    .toList();
        }
    }

    /** A pot's shares, in whole kronor. */
    @Schema(name = "PotShareDifference")
    public record Pot(String pot, long before, long after, long difference, List<Share> recipients) {}

    /**
     * The plan if the version were put in force now, with all that has happened; whole kronor.
     *
     * @param recipients those whose amounts would differ
     * @param sum over the programme: recipients + remaining + returned = appropriated
     */
    @Schema(name = "ProgrammePlanDifference")
    public record Plan(List<Due> recipients, Sum sum) {
        static Plan of(PlanSimulations.Difference difference) {
            return new Plan(
                    difference.recipients().stream()
                            .map(each -> new Due(
                                    each.recipient(),
                                    each.before(),
                                    each.after(),
                                    each.difference(),
                                    each.lines().stream()
                                            .map(line -> new DueFromPot(
                                                    line.pot(), line.before(), line.after(), line.difference()))
                                            .toList()))
                            .toList(),
                    new Sum(
                            difference.sum().recipients(),
                            difference.sum().remaining(),
                            difference.sum().returned(),
                            difference.sum().appropriated()));
        }
    }

    /** What a recipient is due and would be due, in all and by the pots that differ. */
    @Schema(name = "PlanRecipientDifference")
    public record Due(String recipient, long before, long after, long difference, List<DueFromPot> pots) {}

    /** The same of one pot. */
    @Schema(name = "PlanPotDifference")
    public record DueFromPot(String pot, long before, long after, long difference) {}

    /** How the programme's sums would differ. */
    @Schema(name = "PlanSumDifference")
    public record Sum(long recipients, long remaining, long returned, long appropriated) {}

    /**
     * @param before null for a first version
     * @param plan what it would make of the plan, where that is known
     */
    public static ProgrammeDifferencesView of(
            @Nullable ProgrammeVersion before, ProgrammeVersion after, Optional<PlanSimulations.Difference> plan) {
        ShareDifferences shares = ShareDifferences.of(
                before == null ? null : Definitions.definition(before), Definitions.definition(after));
        return new ProgrammeDifferencesView(
                after.proposal().programme().value(),
                after.number(),
                before == null ? null : before.number(),
                after.proposed().reason(),
                before == null
                        ? List.of()
                        : DefinitionDifferences.of(Definitions.plain(before), Definitions.plain(after)).stream()
                                .map(Field::of)
                                .toList(),
                shares.pots().stream()
                        .map(pot -> new Pot(
                                pot.pot().value(),
                                pot.total().before(),
                                pot.total().after(),
                                pot.total().difference(),
                                Share.of(pot.recipients())))
                        .toList(),
                Share.of(shares.recipients()),
                Kronor.of(shares.total()),
                plan.map(Plan::of).orElse(null));
    }
}
