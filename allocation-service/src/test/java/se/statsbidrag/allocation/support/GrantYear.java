package se.statsbidrag.allocation.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import se.statsbidrag.events.DeadlinePassed;
import se.statsbidrag.events.FollowUpAccepted;
import se.statsbidrag.events.FollowUpContent;
import se.statsbidrag.events.FollowUpSubmitted;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.OperationsReported;
import se.statsbidrag.events.PersonErased;
import se.statsbidrag.events.ReporterScopeSet;
import se.statsbidrag.events.RequisitionApproved;
import se.statsbidrag.events.RequisitionContent;
import se.statsbidrag.events.RequisitionSubmitted;
import se.statsbidrag.events.RequisitionWithdrawn;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.rules.programme.DeadlineDefinition;
import se.statsbidrag.rules.programme.DeadlineKind;
import se.statsbidrag.rules.value.OperationCell;
import se.statsbidrag.rules.value.Procedure;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.Provider;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.ReporterId;

/**
 * Records a year of the queue grant in the sources' logs. Each test takes a year of its own, so that none counts
 * another's operations.
 */
public final class GrantYear {
    public static final ReporterId REGISTER = new ReporterId("patientregistret");
    public static final List<Procedure> PROCEDURES =
            List.of(new Procedure("HIP_REPLACEMENT"), new Procedure("PROLAPSE"), new Procedure("CATARACT"));

    /** Which test's operations a year holds: those of another would be counted too, by whichever test runs last. */
    private static final Map<Integer, Class<?>> OWNERS = new ConcurrentHashMap<>();

    private final Sources sources;
    private final ProgrammeId programme;
    private final int year;
    private final Class<?> owner;
    private final List<RecordedEvent> recorded = new ArrayList<>();
    private final Map<String, Integer> revisions = new HashMap<>();

    public GrantYear(Sources sources, String programme, int year) {
        this.sources = sources;
        this.programme = new ProgrammeId(programme);
        this.year = year;
        this.owner = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .getCallerClass();
    }

    /** What this year has recorded so far, in order. */
    public List<RecordedEvent> recorded() {
        return List.copyOf(recorded);
    }

    /** The shipped definition, moved to this programme and year. */
    public Map<String, Object> definition() {
        ObjectMapper json = new ObjectMapper();
        try {
            String text = json.writeValueAsString(ShippedDefinition.tree()).replace("\"2025-", "\"" + year + "-");
            Map<String, Object> tree = json.readValue(text, new TypeReference<HashMap<String, Object>>() {});
            tree.put("id", programme.value());
            tree.put("version", 1);
            return tree;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public GrantYear definitionInForce() {
        return definitionInForce(definition());
    }

    public GrantYear definitionInForce(Map<String, Object> tree) {
        ShippedDefinition.putInForce(tree).forEach(event -> inRequisitions("programme/" + programme, event));
        return this;
    }

    /** An approved requisition, in time. */
    public GrantYear approved(String region) {
        RecipientCode recipient = new RecipientCode(region);
        String stream = "requisition/" + programme + "/" + region;
        inRequisitions(
                stream,
                new RequisitionSubmitted(
                        programme,
                        recipient,
                        "KV-" + region,
                        noon(year + "-05-12"),
                        new RequisitionContent(null, true, true, List.of(), null),
                        null));
        inRequisitions(
                stream,
                new RequisitionApproved(
                        programme, recipient, sources.requisitions().version(stream), "complete"));
        return this;
    }

    /** The region took its requisition back, in time. */
    public GrantYear withdrawn(String region) {
        inRequisitions(
                "requisition/" + programme + "/" + region,
                new RequisitionWithdrawn(programme, new RecipientCode(region), noon(year + "-05-20"), null));
        return this;
    }

    /** The name behind an opaque id was erased. */
    public GrantYear erased(String person) {
        inRequisitions("person/" + person, new PersonErased(person, "Gallring"));
        return this;
    }

    /** The region's follow-up report was handed in and accepted. */
    public GrantYear reported(String region, long granted, long used) {
        String stream = "follow-up/" + programme + "/" + region;
        RecipientCode recipient = new RecipientCode(region);
        inOperations(
                stream,
                new FollowUpSubmitted(
                        programme,
                        recipient,
                        "KV-R-" + region,
                        noon(year + "-12-01"),
                        new FollowUpContent(used, List.of()),
                        granted,
                        true,
                        null));
        inOperations(
                stream,
                new FollowUpAccepted(programme, recipient, sources.operations().version(stream), "complete"));
        return this;
    }

    /** An officer's act that no requisition answers to. */
    public GrantYear nonsense(String region) {
        inRequisitions(
                "requisition/" + programme + "/" + region,
                new RequisitionApproved(programme, new RecipientCode(region), 99, "a mistake"));
        return this;
    }

    public GrantYear answersFor(String reporter, YearMonth fromMonth, String region) {
        inOperations(
                "reporter-scopes",
                new ReporterScopeSet(new ReporterId(reporter), List.of(new RecipientCode(region)), fromMonth));
        return this;
    }

    /** Performed at home by public care, reported by the register in time. */
    public GrantYear delivers(int month, Map<String, List<Integer>> countsByRegion) {
        List<OperationCell> cells = new ArrayList<>();
        countsByRegion.forEach((region, counts) -> {
            for (int procedure = 0; procedure < counts.size(); procedure++) {
                cells.add(cell(region, region, Provider.PUBLIC, procedure, counts.get(procedure)));
            }
        });
        return delivers(REGISTER, month, cells);
    }

    public GrantYear delivers(ReporterId reporter, int month, List<OperationCell> cells) {
        Class<?> first = OWNERS.computeIfAbsent(year, none -> owner);
        if (first != owner) {
            throw new IllegalStateException(
                    "the operations of " + year + " are those of " + first.getSimpleName() + ": take another year");
        }
        YearMonth when = YearMonth.of(year, month);
        int revision = revisions.merge(reporter + "/" + when, 1, Integer::sum);
        inOperations(
                "delivery/" + reporter + "/" + when,
                new OperationsReported(
                        reporter,
                        when,
                        revision,
                        noon(when.plusMonths(1).atDay(10).toString()),
                        cells));
        return this;
    }

    /** The same counts once more, as the next revision. */
    public GrantYear deliversAgain(GrantEvent delivery) {
        if (!(delivery instanceof OperationsReported earlier)) {
            throw new IllegalArgumentException("no delivery: " + delivery);
        }
        return delivers(earlier.reporter(), earlier.month().getMonthValue(), earlier.cells());
    }

    public GrantYear bothDeadlinesPassed() {
        passed(DeadlineKind.REQUISITION);
        passed(DeadlineKind.DELIVERY_CUT_OFF);
        return this;
    }

    public GrantYear passed(DeadlineKind kind) {
        DeadlineDefinition deadline =
                ShippedDefinition.definition().onlyDeadline(kind).orElseThrow();
        DeadlinePassed mark =
                new DeadlinePassed(programme, deadline.id(), deadline.dueDate().withYear(year));
        if (kind == DeadlineKind.REQUISITION) {
            inRequisitions("deadline/" + programme + "/" + deadline.id(), mark);
        } else {
            inOperations("deadline/" + programme + "/" + deadline.id(), mark);
        }
        return this;
    }

    /** The worked example: nine months, two reporters, two places, both providers. */
    public GrantYear workedExample() {
        answersFor("mellanhand-" + year, YearMonth.of(year, 5), "12");
        List<WorkedExample.Row> rows = WorkedExample.rows();
        rows.stream().filter(WorkedExample.Row::requisition).forEach(row -> approved(row.code()));
        for (int month = 0; month < 9; month++) {
            List<OperationCell> register = new ArrayList<>();
            List<OperationCell> other = new ArrayList<>();
            for (WorkedExample.Row row : rows) {
                for (int procedure = 0; procedure < 3; procedure++) {
                    int whole = row.counts().get(procedure);
                    int count = whole / 9 + (month < whole % 9 ? 1 : 0);
                    boolean elsewhere = (month + procedure) % 2 == 0;
                    (elsewhere && month >= 3 ? other : register)
                            .add(cell(
                                    row.code(),
                                    elsewhere ? "12" : "01",
                                    procedure == 2 ? Provider.PRIVATE : Provider.PUBLIC,
                                    procedure,
                                    count));
                }
            }
            delivers(REGISTER, month + 2, register);
            delivers(new ReporterId("mellanhand-" + year), month + 2, other);
        }
        return this;
    }

    /** The positions to wait for, so that a reader sees all of this. */
    public List<String> after() {
        return List.of(
                "requisitions:" + sources.requisitions().position(),
                "operations:" + sources.operations().position());
    }

    private void inRequisitions(String stream, GrantEvent event) {
        recorded.add(sources.requisitions().record(stream, event));
    }

    private void inOperations(String stream, GrantEvent event) {
        recorded.add(sources.operations().record(stream, event));
    }

    private static OperationCell cell(String home, String performedIn, Provider provider, int procedure, int count) {
        return new OperationCell(
                new RecipientCode(home), new RecipientCode(performedIn), provider, PROCEDURES.get(procedure), count);
    }

    private static Instant noon(String date) {
        return LocalDate.parse(date)
                .atTime(11, 0)
                .atZone(java.time.ZoneOffset.UTC)
                .toInstant();
    }
}
