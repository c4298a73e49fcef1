package se.statsbidrag.allocation.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.domain.OpenTie;
import se.statsbidrag.rules.plan.PayoutPlan;
import se.statsbidrag.rules.plan.PlannedPot;
import se.statsbidrag.rules.plan.PlannedRecipient;
import se.statsbidrag.rules.plan.Tie;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * A plan as it is shown over REST and published on the topic {@code plans}. Amounts are whole kronor.
 *
 * @param status PRELIMINARY, FINAL or STALE
 * @param staleReason why the last computation failed; left out unless the plan is stale
 * @param computedAt when it was computed; for a plan as of an instant, that instant
 * @param digest SHA-256 over programme, definition, pots and lines
 * @param number rises with every new plan; left out of a plan as of an instant
 * @param syntheticTables Swedish titles of the tables with made-up figures that it rests on; none when all is official
 * @param basis the last position of each log that the plan rests on, by name of log
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "programme",
    "programmeVersion",
    "definitionHash",
    "status",
    "staleReason",
    "computedAt",
    "digest",
    "number",
    "basis",
    "pots",
    "recipients",
    "ties",
    "syntheticTables"
})
public record PlanDocument(
        String programme,
        int programmeVersion,
        String definitionHash,
        String status,
        @Nullable String staleReason,
        Instant computedAt,
        String digest,
        @Nullable Long number,
        List<Position> basis,
        List<Pot> pots,
        List<Recipient> recipients,
        List<OpenOrResolvedTie> ties,
        List<String> syntheticTables) {

    /** The last event of a log, or one event. */
    public record Position(String log, long position) {
        public static Position of(EventReference event) {
            return new Position(event.log(), event.position());
        }
    }

    /**
     * One pot: amount = distributed + remaining + transferred + returned.
     *
     * @param status OPEN or CLOSED
     */
    public record Pot(
            String pot,
            String status,
            long amount,
            long distributed,
            long remaining,
            long transferred,
            long returned) {}

    /** What a recipient is due, in all and by pot. */
    public record Recipient(String recipient, long total, List<Line> lines) {}

    /** What a recipient is due from one pot. */
    public record Line(String pot, long amount) {}

    /**
     * An exact tie for the last place in a pot (I-K4).
     *
     * @param place the first of the places that they tie for, from 1
     * @param places how many places there are for the tied
     * @param tied all that tie
     * @param chosen those that the plan uses
     * @param provisional true until an officer has chosen
     * @param resolvedBy the officer's choice; left out while provisional
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OpenOrResolvedTie(
            String pot,
            int place,
            int places,
            List<String> tied,
            List<String> chosen,
            boolean provisional,
            @Nullable Position resolvedBy) {
        /** As the officer's choice needs it. */
        public OpenTie open(String programme) {
            return new OpenTie(
                    new ProgrammeId(programme),
                    new PotId(pot),
                    places,
                    tied.stream().map(RecipientCode::new).toList());
        }
    }

    /** What of a plan is stored as JSON text. */
    record Body(
            List<Pot> pots,
            List<Recipient> recipients,
            List<OpenOrResolvedTie> ties,
            @Nullable List<String> syntheticTables) {
        /** None in what was stored before plans named them. */
        List<String> synthetic() {
            return syntheticTables == null ? List.of() : syntheticTables;
        }

        static Body of(PayoutPlan plan) {
            return new Body(
                    plan.pots().stream().map(PlanDocument::pot).toList(),
                    plan.recipients().stream().map(PlanDocument::recipient).toList(),
                    plan.ties().stream().map(PlanDocument::tie).toList(),
                    plan.syntheticTables());
        }
    }

    /** A plan as of an instant: nothing in it depends on when it is asked for. */
    public static PlanDocument asOf(Instant instant, PayoutPlan plan, SortedMap<String, Long> basis) {
        Body body = Body.of(plan);
        return new PlanDocument(
                plan.programme().value(),
                plan.programmeVersion(),
                plan.definitionHash(),
                plan.status().name(),
                null,
                instant,
                plan.digest(),
                null,
                positions(basis),
                body.pots(),
                body.recipients(),
                body.ties(),
                body.synthetic());
    }

    /** The recipient's part; empty when the programme has no such recipient. */
    public Optional<Recipient> findRecipient(String recipient) {
        return recipients.stream()
                .filter(each -> each.recipient().equals(recipient))
                .findFirst();
    }

    /** Log positions as they are shown, by name of log. */
    public static List<Position> positions(SortedMap<String, Long> basis) {
        return basis.entrySet().stream()
                .map(each -> new Position(each.getKey(), each.getValue()))
                .toList();
    }

    private static Pot pot(PlannedPot pot) {
        return new Pot(
                pot.pot().value(),
                pot.status().name(),
                pot.amount(),
                pot.distributed(),
                pot.remaining(),
                pot.transferred(),
                pot.returned());
    }

    private static Recipient recipient(PlannedRecipient recipient) {
        return new Recipient(
                recipient.recipient().value(),
                recipient.total(),
                recipient.lines().stream()
                        .map(line -> new Line(line.pot().value(), line.amount()))
                        .toList());
    }

    private static OpenOrResolvedTie tie(Tie tie) {
        EventReference resolvedBy = tie.resolvedBy();
        return new OpenOrResolvedTie(
                tie.pot().value(),
                tie.place(),
                tie.places(),
                codes(tie.candidates()),
                codes(tie.chosen()),
                tie.open(),
                resolvedBy == null ? null : Position.of(resolvedBy));
    }

    private static List<String> codes(List<RecipientCode> recipients) {
        return recipients.stream().map(RecipientCode::value).toList();
    }
}
