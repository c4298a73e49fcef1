package se.statsbidrag.allocation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.application.PlanChange;
import se.statsbidrag.allocation.application.SwedishChange;
import se.statsbidrag.allocation.domain.Assumptions;
import se.statsbidrag.allocation.domain.PlanDifference;
import se.statsbidrag.allocation.read.PlanDocument;
import se.statsbidrag.events.DeadlineExtended;
import se.statsbidrag.events.DeadlinePassed;
import se.statsbidrag.events.DeliveryAdmitted;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.OperationsReported;
import se.statsbidrag.events.ProgrammeVersionActivated;
import se.statsbidrag.events.ReporterScopeSet;
import se.statsbidrag.events.TieResolved;
import se.statsbidrag.rules.plan.PlannedPot;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * What changed a recipient's amount, event by event. Amounts are whole kronor. Nothing in it depends on when it is asked
 * for, once its basis is reached.
 *
 * @param basis the last position of each log that was looked at
 * @param total what the recipient is due now
 * @param changes the newest first
 * @param count changes over all pages
 * @param syntheticTables Swedish titles of the tables with made-up figures that it rests on; none when all is official
 */
public record ChangesDocument(
        String programme,
        String recipient,
        List<PlanDocument.Position> basis,
        long total,
        List<Change> changes,
        int page,
        int limit,
        long count,
        List<String> syntheticTables) {

    /**
     * One change.
     *
     * @param event the one that brought it about
     * @param about what the event is about
     * @param own whether the event is the recipient's own: its requisition, or counts of operations on its inhabitants
     * @param movedBy the recipients whose own requisition or counts the event changed; none where it was nobody's
     * @param lines the pots in which the recipient's amount changed
     * @param everyone what the event changed for all
     * @param text two Swedish sentences
     */
    @Schema(name = "PlanChange")
    public record Change(
            Event event,
            About about,
            boolean own,
            List<String> movedBy,
            long before,
            long after,
            long difference,
            List<SimulationDocument.Line> lines,
            Everyone everyone,
            String text) {}

    /** An event in a log. */
    @Schema(name = "ChangingEvent")
    public record Event(String log, long position, String type, Instant recordedAt) {}

    /** What an event is about; only what its kind has. */
    @Schema(name = "ChangeSubject")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record About(
            @Nullable String recipient,
            @Nullable String reporter,

            @Nullable @Schema(type = SchemaType.STRING, examples = "2025-03")
            YearMonth month,

            @Nullable Integer revision,
            @Nullable String deadline,
            @Nullable LocalDate dueDate,
            @Nullable String pot,
            @Nullable Integer version) {
        static About of(GrantEvent event) {
            String recipient =
                    Assumptions.requisitionOf(event).map(RecipientCode::value).orElse(null);
            return switch (event) {
                case OperationsReported each ->
                    new About(null, each.reporter().value(), each.month(), each.revision(), null, null, null, null);
                case DeliveryAdmitted each ->
                    new About(null, each.reporter().value(), each.month(), each.revision(), null, null, null, null);
                case ReporterScopeSet each ->
                    new About(null, each.reporter().value(), each.fromMonth(), null, null, null, null, null);
                case DeadlineExtended each ->
                    new About(null, null, null, null, each.deadline().value(), each.dueDate(), null, null);
                case DeadlinePassed each ->
                    new About(null, null, null, null, each.deadline().value(), each.dueDate(), null, null);
                case TieResolved each ->
                    new About(null, null, null, null, null, null, each.pot().value(), null);
                case ProgrammeVersionActivated each ->
                    new About(null, null, null, null, null, null, null, each.version());
                default -> new About(recipient, null, null, null, null, null, null, null);
            };
        }
    }

    /** What an event changed for all; those for whom it changed nothing are left out. */
    @Schema(name = "ChangeForEveryone")
    public record Everyone(List<RecipientChange> recipients, List<PotChange> pots, SimulationDocument.Sum sum) {
        static Everyone of(PlanDifference difference) {
            return new Everyone(
                    difference.recipients().stream()
                            .map(each -> new RecipientChange(each.recipient().value(), each.difference()))
                            .toList(),
                    difference.pots().stream().map(PotChange::of).toList(),
                    SimulationDocument.Sum.of(difference.sum()));
        }
    }

    /** What an event changed for one recipient. */
    @Schema(name = "RecipientChange")
    public record RecipientChange(String recipient, long difference) {}

    /** Each sum of a pot after the event, less the same before it. */
    @Schema(name = "PotChange")
    public record PotChange(
            String pot, long amount, long distributed, long remaining, long transferred, long returned) {
        static PotChange of(PlanDifference.Pot pot) {
            return new PotChange(
                    pot.pot().value(),
                    pot.difference(PlannedPot::amount),
                    pot.difference(PlannedPot::distributed),
                    pot.difference(PlannedPot::remaining),
                    pot.difference(PlannedPot::transferred),
                    pot.difference(PlannedPot::returned));
        }
    }

    static Change change(PlanChange change, PlanDifference.Recipient part) {
        SwedishChange swedish = new SwedishChange(change, part);
        return new Change(
                new Event(change.event().log(), change.event().position(), change.type(), change.recordedAt()),
                About.of(change.happened()),
                swedish.own(),
                change.movers().stream().map(RecipientCode::value).toList(),
                part.before(),
                part.after(),
                part.difference(),
                part.changedLines().stream().map(SimulationDocument.Line::of).toList(),
                Everyone.of(change.difference()),
                swedish.text());
    }
}
