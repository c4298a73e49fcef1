package se.statsbidrag.reporting.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.ReporterScopeSet;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.StreamAppend;
import se.statsbidrag.events.quarkus.Command;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.Proposals;
import se.statsbidrag.reporting.application.Reporting.ScopesInForce;
import se.statsbidrag.reporting.domain.ReporterScopes.Decision;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.ReporterId;

/** Sets for which performing regions a reporter answers: one officer proposes, another puts it in force. */
@ApplicationScoped
public class ScopeCommands {
    private static final String ACT = "reporter-scope";
    /** A proposal's content is the event that its approval records, in this form. */
    private static final String TYPE = "reporter-scope-set";

    private static final int SCHEMA = 1;

    private final Proposals proposals;
    private final EventCodec codec;
    private final Reporting reporting;

    public ScopeCommands(Proposals proposals, EventCodec codec, Reporting reporting) {
        this.proposals = proposals;
        this.codec = codec;
        this.reporting = reporting;
    }

    /**
     * A scope that is in force.
     *
     * @param event where it stands
     * @param first whether the reporter had none before
     */
    public record ScopeOutcome(ReporterScopeSet scope, RecordedEvent event, boolean first) {}

    /** What a proposal came to: the scope waits for a second officer, or was in force already. */
    public sealed interface Proposed {
        record Waits(ReporterScopeSet scope, RecordedEvent event) implements Proposed {}

        record InForce(ReporterScopeSet scope, RecordedEvent event) implements Proposed {}
    }

    /**
     * Proposes a reporter's scope, which another officer puts in force. The scope that is in force already needs nobody.
     *
     * @throws se.statsbidrag.events.quarkus.ProblemException as {@link #approve}
     */
    public Proposed propose(
            Command command,
            ReporterId reporter,
            Collection<RecipientCode> performedIn,
            YearMonth fromMonth,
            String reason) {
        ScopesInForce before = reporting.scopes();
        return switch (decide(before, reporter, performedIn, fromMonth)) {
            case Decision.Set set ->
                new Proposed.Waits(
                        set.event(),
                        proposals.propose(
                                command,
                                ACT,
                                reporter.value(),
                                codec.encode(set.event()).payload(),
                                reason));
            case Decision.Unchanged unchanged -> new Proposed.InForce(unchanged.event(), inForce(before, reporter));
            case Decision.OfDefaultReporter _, Decision.Taken _ -> throw new IllegalStateException("refused before");
        };
    }

    /**
     * Puts the proposed scope in force, if it may still be.
     *
     * @param seen the position of the proposal that the second officer saw; null when he did not say
     * @throws se.statsbidrag.events.quarkus.ProblemException 404 when no proposal waits, 409 for the officer who proposed
     *     it, 409 naming the other reporter that answers for a region, 422 for the default reporter, which has the rest
     */
    public ScopeOutcome approve(Command command, ReporterId reporter, @Nullable Long seen, String reason) {
        ScopesInForce before = reporting.scopes();
        AtomicReference<ReporterScopeSet> scope = new AtomicReference<>();
        RecordedEvent event = proposals.approve(command, ACT, reporter.value(), seen, reason, content -> {
            ReporterScopeSet proposed = (ReporterScopeSet) codec.decode(TYPE, SCHEMA, content);
            scope.set(proposed);
            return switch (decide(before, reporter, proposed.performedIn(), proposed.fromMonth())) {
                case Decision.Set set ->
                    List.of(new StreamAppend(Streams.SCOPES, before.version(), List.of(set.event())));
                default -> List.of();
            };
        });
        return new ScopeOutcome(scope.get(), event, before.scopes().of(reporter).isEmpty());
    }

    /** Returns the proposed scope with a reason. */
    public RecordedEvent giveBack(Command command, ReporterId reporter, @Nullable Long seen, String reason) {
        return proposals.giveBack(command, ACT, reporter.value(), seen, reason);
    }

    /**
     * Decides on a scope as things stand.
     *
     * @throws se.statsbidrag.events.quarkus.ProblemException 409 naming the other reporter that answers for a region, 422
     *     for the default reporter, which has the rest
     */
    private static Decision decide(
            ScopesInForce before, ReporterId reporter, Collection<RecipientCode> performedIn, YearMonth fromMonth) {
        Decision decision = before.scopes().decide(reporter, performedIn, fromMonth);
        return switch (decision) {
            case Decision.Set _, Decision.Unchanged _ -> decision;
            case Decision.OfDefaultReporter _ ->
                throw Problems.invalid(
                        "reporter",
                        reporter.value(),
                        reporter + " answers for what no other reporter does; its scope is not set",
                        "Set the scope of the other reporter");
            case Decision.Taken taken ->
                throw Problems.conflict(
                        taken.regions().stream()
                                .map(region -> "%s answers for %s from %s on"
                                        .formatted(region.by(), region.region(), region.fromMonth()))
                                .collect(Collectors.joining("; ")),
                        "Take the region out of the other reporter's scope first");
        };
    }

    /** The event that put a reporter's scope in force. */
    public RecordedEvent inForce(ScopesInForce scopes, ReporterId reporter) {
        return scopes.events().reversed().stream()
                .filter(event -> codec.decode(event).event() instanceof ReporterScopeSet set
                        && set.reporter().equals(reporter))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(reporter + " has no scope"));
    }
}
