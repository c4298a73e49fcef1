package se.statsbidrag.requisition.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.requisition.application.Definitions;
import se.statsbidrag.requisition.domain.DefinitionDifferences;
import se.statsbidrag.requisition.domain.FieldChange;
import se.statsbidrag.requisition.domain.ProgrammeVersion;
import se.statsbidrag.requisition.domain.ShareDifferences;
import se.statsbidrag.requisition.domain.ShareDifferences.OfRecipient;

/**
 * How a version differs from the one in force before it.
 *
 * @param against that version; null when there was none, and then {@code fields} is empty
 * @param reason why it was proposed
 * @param fields field by field
 * @param pots in kronor, for the pots whose shares follow from the definition
 * @param recipients over these pots
 * @param total over all recipients
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
        Kronor total) {

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

    /** @param before null for a first version */
    public static ProgrammeDifferencesView of(@Nullable ProgrammeVersion before, ProgrammeVersion after) {
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
                Kronor.of(shares.total()));
    }
}
