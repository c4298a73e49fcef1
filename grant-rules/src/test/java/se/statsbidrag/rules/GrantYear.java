package se.statsbidrag.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.fact.DeadlineInForce;
import se.statsbidrag.rules.fact.Delivery;
import se.statsbidrag.rules.fact.Facts;
import se.statsbidrag.rules.fact.ReporterScope;
import se.statsbidrag.rules.fact.Submission;
import se.statsbidrag.rules.fact.Submission.Outcome;
import se.statsbidrag.rules.fact.TieResolution;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.DeadlineId;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.OperationCell;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.Procedure;
import se.statsbidrag.rules.value.Provider;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.ReporterId;

/** Makes the facts of a year of the queue grant in the order that things happen. */
public final class GrantYear {
    public static final ReporterId REGISTER = new ReporterId("patientregistret");
    public static final Procedure HIP = new Procedure("HIP_REPLACEMENT");
    public static final Procedure PROLAPSE = new Procedure("PROLAPSE");
    public static final Procedure CATARACT = new Procedure("CATARACT");
    public static final List<Procedure> PROCEDURES = List.of(HIP, PROLAPSE, CATARACT);
    public static final DeadlineId REQUISITION = new DeadlineId("requisition");
    public static final DeadlineId CUT_OFF = new DeadlineId("delivery-cut-off");
    public static final LocalDate REQUISITION_DAY = LocalDate.of(2025, 6, 2);
    public static final LocalDate CUT_OFF_DAY = LocalDate.of(2025, 11, 20);
    public static final YearMonth FEBRUARY = YearMonth.of(2025, 2);

    private final Map<RecipientCode, List<Submission>> requisitions = new TreeMap<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private final List<ReporterScope> scopes = new ArrayList<>();
    private final Map<DeadlineId, DeadlineInForce> deadlines = new TreeMap<>();
    private final List<TieResolution> ties = new ArrayList<>();
    private final Map<String, Long> positions = new HashMap<>();

    public static RecipientCode region(String code) {
        return new RecipientCode(code);
    }

    /** An instant at noon in Sweden. */
    public static Instant noon(String date) {
        return LocalDate.parse(date).atTime(12, 0).atZone(DeadlineDay.SWEDEN).toInstant();
    }

    public static OperationCell cell(String home, Procedure procedure, int count) {
        return cell(home, home, Provider.PUBLIC, procedure, count);
    }

    public static OperationCell cell(
            String home, String performedIn, Provider provider, Procedure procedure, int count) {
        return new OperationCell(region(home), region(performedIn), provider, procedure, count);
    }

    public GrantYear submits(String code, String date, Outcome outcome) {
        return submits(code, noon(date), outcome, false);
    }

    public GrantYear submits(String code, Instant receivedAt, Outcome outcome, boolean completion) {
        EventReference submitted = event("requisitions");
        EventReference decided =
                outcome == Outcome.SUBMITTED || outcome == Outcome.WITHDRAWN ? null : event("requisitions");
        requisitions
                .computeIfAbsent(region(code), _ -> new ArrayList<>())
                .add(new Submission(receivedAt, null, false, outcome, submitted, decided, completion, null));
        return this;
    }

    /** Approved well before the deadline. */
    public GrantYear approved(String... codes) {
        Arrays.stream(codes).forEach(code -> submits(code, "2025-05-05", Outcome.APPROVED));
        return this;
    }

    public GrantYear allApproved(ProgrammeDefinition definition, String... except) {
        Set<String> left = Set.of(except);
        definition.recipients().stream()
                .map(Recipient::code)
                .map(RecipientCode::value)
                .filter(code -> !left.contains(code))
                .forEach(this::approved);
        return this;
    }

    /** From the register, in time. */
    public GrantYear delivers(YearMonth month, OperationCell... cells) {
        return delivers(REGISTER, month, noon(month.plusMonths(1).atDay(10).toString()), cells);
    }

    public GrantYear delivers(ReporterId reporter, YearMonth month, Instant receivedAt, OperationCell... cells) {
        int revision = 1
                + (int) deliveries.stream()
                        .filter(delivery -> delivery.reporter().equals(reporter)
                                && delivery.month().equals(month))
                        .count();
        deliveries.add(new Delivery(reporter, month, revision, receivedAt, List.of(cells), event("operations")));
        return this;
    }

    public GrantYear answersFor(String reporter, YearMonth fromMonth, Instant inForceAt, String... performedIn) {
        scopes.add(new ReporterScope(
                new ReporterId(reporter),
                Arrays.stream(performedIn).map(GrantYear::region).collect(Collectors.toSet()),
                fromMonth,
                inForceAt,
                event("operations")));
        return this;
    }

    public GrantYear requisitionDeadlinePassed() {
        return deadline(REQUISITION, REQUISITION_DAY, null, event("requisitions"));
    }

    public GrantYear cutOffPassed() {
        return deadline(CUT_OFF, CUT_OFF_DAY, null, event("operations"));
    }

    public GrantYear bothPassed() {
        return requisitionDeadlinePassed().cutOffPassed();
    }

    public GrantYear extended(DeadlineId deadline, String dueDate) {
        return deadline(deadline, LocalDate.parse(dueDate), event("requisitions"), null);
    }

    private GrantYear deadline(
            DeadlineId deadline,
            LocalDate dueDate,
            @Nullable EventReference extendedBy,
            @Nullable EventReference passed) {
        deadlines.put(deadline, new DeadlineInForce(deadline, dueDate, extendedBy, passed));
        return this;
    }

    public GrantYear resolves(String pot, List<String> tied, List<String> chosen) {
        ties.add(new TieResolution(new PotId(pot), codes(tied), codes(chosen), event("allocations")));
        return this;
    }

    public Facts facts() {
        return new Facts(requisitions, deliveries, scopes, REGISTER, deadlines, ties, List.of());
    }

    private static List<RecipientCode> codes(List<String> codes) {
        return codes.stream().map(GrantYear::region).toList();
    }

    private EventReference event(String log) {
        return new EventReference(log, positions.merge(log, 1L, Long::sum));
    }
}
