package se.statsbidrag.reporting.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import se.statsbidrag.events.ReporterScopeSet;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.StreamAppend;
import se.statsbidrag.events.quarkus.Command;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.reporting.application.Reporting.ScopesInForce;
import se.statsbidrag.reporting.domain.ReporterScopes.Decision;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.ReporterId;

/** Sets for which performing regions a reporter answers. */
@ApplicationScoped
public class ScopeCommands {
    private final EventLog log;
    private final EventCodec codec;
    private final Reporting reporting;

    public ScopeCommands(EventLog log, EventCodec codec, Reporting reporting) {
        this.log = log;
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

    /**
     * Puts a reporter's scope in force.
     *
     * @throws se.statsbidrag.events.quarkus.ProblemException 409 naming the other reporter that answers for a region, 422
     *     for the default reporter, which has the rest
     */
    public ScopeOutcome set(
            Command command, ReporterId reporter, Collection<RecipientCode> performedIn, YearMonth fromMonth) {
        ScopesInForce before = reporting.scopes();
        return switch (before.scopes().decide(reporter, performedIn, fromMonth)) {
            case Decision.Set set -> {
                RecordedEvent event = log.append(
                                List.of(new StreamAppend(Streams.SCOPES, before.version(), List.of(set.event()))),
                                command.origin())
                        .events()
                        .getFirst();
                yield new ScopeOutcome(set.event(), event, set.first());
            }
            case Decision.Unchanged unchanged -> new ScopeOutcome(unchanged.event(), inForce(before, reporter), false);
            case Decision.OfDefaultReporter ignored ->
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
