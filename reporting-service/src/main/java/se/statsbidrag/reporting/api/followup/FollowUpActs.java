package se.statsbidrag.reporting.api.followup;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.FollowUpContent;
import se.statsbidrag.events.MandateReference;
import se.statsbidrag.events.access.Caller;
import se.statsbidrag.events.access.Permission;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.Answer;
import se.statsbidrag.events.quarkus.BusinessClock;
import se.statsbidrag.events.quarkus.Command;
import se.statsbidrag.reporting.api.followup.FollowUpDocument.Content;
import se.statsbidrag.reporting.api.followup.FollowUpDocument.Known;
import se.statsbidrag.reporting.application.followup.FollowUpStreams;
import se.statsbidrag.reporting.application.followup.FollowUpStreams.Stored;
import se.statsbidrag.reporting.application.followup.FollowUpTerms;
import se.statsbidrag.reporting.application.followup.Recipients;
import se.statsbidrag.reporting.application.followup.Recipients.Followed;
import se.statsbidrag.reporting.domain.followup.FollowUpReport;
import se.statsbidrag.reporting.domain.followup.Outcome;
import se.statsbidrag.reporting.domain.followup.ReportDecider;
import se.statsbidrag.reporting.domain.followup.ReportState;
import se.statsbidrag.reporting.domain.followup.ReportTerms;
import se.statsbidrag.reporting.read.followup.FollowUpList;
import se.statsbidrag.reporting.read.followup.FollowUpList.Standing;
import se.statsbidrag.reporting.read.followup.FollowedMoney;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.DeadlineKind;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.EventReference;

/** Acts on follow-up reports, for REST and pages alike: who may, load, decide, record, answer as GET does. */
@ApplicationScoped
public class FollowUpActs {
    private final Recipients recipients;
    private final FollowUpStreams streams;
    private final FollowedMoney money;
    private final FollowUpList list;
    private final Prefilled prefilled;
    private final BusinessClock clock;

    FollowUpActs(
            Recipients recipients,
            FollowUpStreams streams,
            FollowedMoney money,
            FollowUpList list,
            Prefilled prefilled,
            BusinessClock clock) {
        this.recipients = recipients;
        this.streams = streams;
        this.money = money;
        this.list = list;
        this.prefilled = prefilled;
        this.clock = clock;
    }

    /** A report as its reader sees it. */
    public record Read(FollowUpDocument.Report document, long version) {}

    /** @throws se.statsbidrag.events.quarkus.ProblemException 403 or 404 */
    public Read read(Caller caller, String programme, String recipient) {
        Followed followed = recipients.recipient(programme, recipient);
        recipients.requireReads(caller, followed);
        Stored<FollowUpReport> stored = streams.report(followed.programme().id(), followed.code());
        return new Read(document(followed, stored), stored.version());
    }

    /** The programme's reports that the caller may read, by recipient. */
    public List<FollowUpDocument.Line> lines(
            Caller caller, ProgrammeInForce programme, @Nullable ReportState state, @Nullable Boolean late) {
        Map<String, Standing> standing = list.of(programme.id());
        LocalDate dueDate = FollowUpTerms.lastDay(programme, DeadlineKind.FOLLOW_UP);
        Instant now = clock.instant();
        Predicate<FollowUpDocument.Line> asked =
                line -> (state == null || line.state().equals(state.name())) && (late == null || line.late() == late);
        return programme.definition().recipients().stream()
                .filter(recipient -> Recipients.mayRead(caller, recipient))
                .map(recipient ->
                        line(recipient, standing.getOrDefault(recipient.code().value(), Standing.NONE), dueDate, now))
                .filter(asked)
                .toList();
    }

    /** Saves what the recipient writes; whoever begins it must be one who may begin a case. */
    public Answer save(Command command, String programme, String recipient, Supplier<FollowUpContent> content) {
        Followed followed = recipients.recipient(programme, recipient);
        Stored<FollowUpReport> before = streams.report(followed.programme().id(), followed.code());
        recipients.requireActs(
                command.caller(),
                followed,
                before.state() instanceof FollowUpReport.NotBegun ? Permission.BEGIN_CASE : Permission.CHANGE_CONTENT);
        return record(command, followed, before, decider -> decider.save(content.get()));
    }

    /** Hands the report in. */
    public Answer submit(Command command, String programme, String recipient, BooleanSupplier certified) {
        Followed followed = recipients.recipient(programme, recipient);
        MandateReference mandate = recipients.requireActs(command.caller(), followed, Permission.SUBMIT_CASE);
        return record(
                command,
                followed,
                streams.report(followed.programme().id(), followed.code()),
                decider -> decider.submit(
                        certified.getAsBoolean(),
                        command.receivedAt(),
                        money.grant(followed.programme().id(), followed.code()),
                        mandate));
    }

    /** An officer's act. */
    public Answer byOfficer(
            Command command, String programme, String recipient, Function<ReportDecider, Outcome> decide) {
        Followed followed = recipients.recipient(programme, recipient);
        return record(command, followed, streams.report(followed.programme().id(), followed.code()), decide);
    }

    private Answer record(
            Command command,
            Followed followed,
            Stored<FollowUpReport> before,
            Function<ReportDecider, Outcome> decide) {
        command.requireMatch(before.version());
        ReportTerms terms = FollowUpTerms.ofReport(followed.programme(), followed.followUp());
        Stored<FollowUpReport> after = streams.recordReport(
                before, decide.apply(new ReportDecider(terms, followed.code(), before.state())), command);
        return new Answer(200, document(followed, after), after.version());
    }

    private FollowUpDocument.Report document(Followed followed, Stored<FollowUpReport> stored) {
        ReportTerms terms = FollowUpTerms.ofReport(followed.programme(), followed.followUp());
        FollowUpReport report = stored.state();
        FollowUpReport.Submission submission = report.handedIn().orElse(null);
        Instant now = clock.instant();
        Known known = prefilled.known(followed);
        EventReference last = stored.last().orElse(null);
        return new FollowUpDocument.Report(
                followed.programme().id().value(),
                followed.code().value(),
                followed.recipient().name(),
                report.state().name(),
                terms.definition().opening().date(),
                terms.dueDate(),
                terms.isOpen(now),
                terms.isLate(submission == null ? now : submission.arrivedAt()),
                submission == null ? null : submission.event().caseNumber(),
                submission == null ? null : submission.event().receivedAt(),
                submission == null ? null : submission.arrivedAt(),
                report.written().map(Content::of).orElse(null),
                terms.definition().parts().stream()
                        .map(part -> new FollowUpDocument.Asked(part.kind().name(), part.text(), part.source()))
                        .toList(),
                prefilled.suggested(followed, known),
                known,
                report instanceof FollowUpReport.Returned it
                        ? new FollowUpDocument.Returned(it.reason(), it.completeBy())
                        : null,
                report instanceof FollowUpReport.Accepted it ? it.reason() : null,
                last == null ? null : last.log(),
                last == null ? null : last.position());
    }

    private static FollowUpDocument.Line line(Recipient recipient, Standing standing, LocalDate dueDate, Instant now) {
        Instant end = DeadlineDay.endOf(dueDate);
        Instant arrival = standing.arrivedAt() == null ? now : standing.arrivedAt();
        boolean late = !arrival.isBefore(end);
        return new FollowUpDocument.Line(
                recipient.code().value(),
                recipient.name(),
                standing.state().name(),
                late,
                late
                        ? ChronoUnit.DAYS.between(
                                dueDate, arrival.atZone(DeadlineDay.SWEDEN).toLocalDate())
                        : 0,
                standing.receivedAt(),
                standing.arrivedAt(),
                standing.used(),
                standing.granted());
    }
}
