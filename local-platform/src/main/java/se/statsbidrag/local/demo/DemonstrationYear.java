package se.statsbidrag.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import se.statsbidrag.local.Await;
import se.statsbidrag.local.LocalFault;
import se.statsbidrag.local.Screen;
import se.statsbidrag.local.Tokens;

/** Plays a demonstration year through the public REST API, each act by the one who would do it, with the business clocks moved from act to act. */
public final class DemonstrationYear {

    private static final String PROGRAMMES = "/requisition/v1/programmes";
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final String APPROVED = "Rekvisitionen är fullständig och undertecknad av behörigt ombud.";
    private static final String PROPOSED = "Rekvisitionerna är godkända och potterna är stängda.";
    private static final String DECIDED = "Beslutet stämmer med planen.";
    private static final String RETURNED = "Ange samtliga ändamål som medlen ska användas till.";
    private static final String EVIDENCE = "Påhittad handling i demonstrationen";
    private static final String SCOPE_APPROVED = "Rapportören har fullmakt från regionerna.";

    private final ServiceAddresses services;
    private final Screen screen;
    private final DemonstrationData data = DemonstrationData.shipped();
    private final Map<String, Long> positions = new LinkedHashMap<>();

    /** Plays on these services, and shows on this screen how far it has come. */
    public DemonstrationYear(ServiceAddresses services, Screen screen) {
        this.services = services;
        this.screen = screen;
    }

    /**
     * Plays the year of all grants in force, or says that the system holds one already and does nothing.
     *
     * @throws LocalFault when a service refuses something; holds what its problem document says
     */
    public void play(Regime regime) {
        play(regime, true);
    }

    /** The same of the grant that the regime is about alone: the others are alike in all of them. */
    public void playWithoutShareGrants(Regime regime) {
        play(regime, false);
    }

    private void play(Regime regime, boolean withShareGrants) {
        try (RestClient rest = new RestClient(new Tokens(services.issuer()))) {
            if (rest.find(
                            Act.OFFICER,
                            requisition(
                                    data.setting("programme"),
                                    data.regions().getFirst().code()))
                    .isPresent()) {
                screen.line("The system already holds requisitions, so the demonstration year is not played."
                        + " To play it from nothing: ./start --fresh --demo");
                return;
            }
            List<ShareGrant> shareGrants = withShareGrants ? shareGrants(rest) : List.of();
            List<Act> acts = new ArrayList<>(DemonstrationScript.of(data, regime));
            shareGrants.forEach(grant -> acts.addAll(ShareGrantScript.of(grant)));
            acts.sort(Comparator.comparing(Act::at));
            long startedAt = screen.elapsedSeconds();
            LocalDateTime clock = LocalDateTime.MIN;
            int done = 0;
            for (Act act : acts) {
                screen.status("demonstration year, %d %%, %s: %s"
                        .formatted(100 * done / acts.size(), act.at().toLocalDate(), act.told()));
                if (act.at().isAfter(clock)) {
                    clock = act.at();
                    setClocks(rest, clock);
                }
                perform(rest, act).forEach(this::remember);
                done++;
            }
            Map<String, JsonNode> plans = new LinkedHashMap<>();
            plans.put(data.setting("programme"), finalPlan(rest, data.setting("programme")));
            shareGrants.forEach(grant -> plans.put(grant.programme(), finalPlan(rest, grant.programme())));
            tell(regime, acts.size(), startedAt, plans);
        }
    }

    /** The grants in force whose recipients set the amount. */
    private List<ShareGrant> shareGrants(RestClient rest) {
        List<ShareGrant> grants = new ArrayList<>();
        JsonNode inForce = rest.get(Act.OFFICER, services.requisition().resolve(PROGRAMMES));
        inForce.path("programmes").forEach(line -> {
            String name = line.path("programme").asText();
            JsonNode definition = rest.get(Act.OFFICER, programme(name, "")).path("definition");
            if (ShareGrant.isOne(definition)) {
                grants.add(ShareGrant.of(definition, rest.get(Act.OFFICER, programme(name, "/shares"))));
            }
        });
        return grants;
    }

    /** Carries out an act; what the service answers, or nothing where no service is asked. */
    private List<JsonNode> perform(RestClient rest, Act act) {
        return switch (act) {
            case Act.DeliverHistory history -> {
                JsonNode answer = rest.send(act.by(), "POST", reporting("/deliveries"), RestClient.CSV, csv(history))
                        .body();
                yield answer.isArray() ? List.copyOf(answer.valueStream().toList()) : List.of(answer);
            }
            case Act.NameReporter named -> List.of(name(rest, named));
            case Act.Deliver delivery ->
                List.of(rest.put(
                                act.by(),
                                reporting("/deliveries/" + delivery.reporter() + "/" + delivery.month()),
                                Map.of("cells", delivery.cells()))
                        .body());
            case Act.Requisition submitted ->
                List.of(rest.put(
                                act.by(),
                                requisition(submitted.programme(), submitted.recipient()),
                                submitted.content())
                        .body());
            case Act.Withdraw withdrawn ->
                List.of(rest.delete(act.by(), requisition(withdrawn.programme(), withdrawn.recipient()))
                        .body());
            case Act.Approve approved ->
                List.of(rest.post(
                                act.by(),
                                URI.create(requisition(approved.programme(), approved.recipient()) + "/approval"),
                                Map.of("reason", APPROVED))
                        .body());
            case Act.ApproveAll approved ->
                List.of(rest.post(
                                act.by(),
                                programme(approved.programme(), "/requisitions/approvals"),
                                Map.of("recipients", approved.recipients(), "reason", APPROVED))
                        .body());
            case Act.Return returned ->
                List.of(rest.post(
                                act.by(),
                                URI.create(requisition(returned.programme(), returned.recipient()) + "/return"),
                                Map.of(
                                        "reason",
                                        RETURNED,
                                        "completeBy",
                                        returned.completeBy().toString()))
                        .body());
            case Act.NoteCondition noted ->
                List.of(rest.put(
                                act.by(),
                                programme(
                                        noted.programme(),
                                        "/conditions/" + noted.recipient() + "/" + noted.condition()),
                                Map.of(
                                        "met",
                                        true,
                                        "date",
                                        noted.at().toLocalDate().toString(),
                                        "evidence",
                                        EVIDENCE))
                        .body());
            case Act.Decide decided -> List.of(decide(rest, decided));
            case Act.Pass _ -> List.of();
        };
    }

    /** What an officer decides alone is in force at once; what he only proposes, a second one approves. */
    private JsonNode name(RestClient rest, Act.NameReporter named) {
        URI scope = reporting("/reporters/" + named.reporter());
        RestClient.Answer answer = rest.put(
                named.by(),
                scope,
                Map.of(
                        "performedIn",
                        named.performedIn(),
                        "fromMonth",
                        named.fromMonth().toString()));
        return answer.proposed()
                ? rest.post(Act.SECOND_OFFICER, URI.create(scope + "/approval"), Map.of("reason", SCOPE_APPROVED))
                        .body()
                : answer.body();
    }

    private void setClocks(RestClient rest, LocalDateTime local) {
        String now = local.atZone(SWEDEN).toOffsetDateTime().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        for (URI service : List.of(services.requisition(), services.reporting(), services.allocation())) {
            rest.put(Act.OPERATOR, service.resolve("/local/clock"), Map.of("now", now));
        }
    }

    /** How far each log has come, so that the plan can be asked for with all of it. */
    private void remember(JsonNode answer) {
        if (answer.hasNonNull("log") && answer.hasNonNull("position")) {
            positions.merge(answer.get("log").asText(), answer.get("position").asLong(), Math::max);
        }
    }

    private JsonNode decide(RestClient rest, Act.Decide decided) {
        JsonNode plan = decided.pot().isEmpty()
                ? finalPlan(rest, decided.programme())
                : plan(
                        rest,
                        decided.programme(),
                        "close pot " + decided.pot(),
                        each -> closed(each).contains(decided.pot()));
        JsonNode proposed = rest.post(
                        decided.by(),
                        allocation(decided.programme(), "/decisions"),
                        Map.of("pots", closed(plan), "reason", PROPOSED))
                .body();
        return rest.post(
                        Act.DECISION_MAKER,
                        allocation(
                                decided.programme(),
                                "/decisions/" + proposed.path("decision").asInt() + "/approval"),
                        Map.of("reason", DECIDED))
                .body();
    }

    private static List<String> closed(JsonNode plan) {
        return plan.path("pots")
                .valueStream()
                .filter(pot -> pot.path("status").asText().equals("CLOSED"))
                .map(pot -> pot.path("pot").asText())
                .toList();
    }

    /** The plan that rests on everything played. It is final as soon as the marks of both deadlines have been read. */
    private JsonNode finalPlan(RestClient rest, String programme) {
        return plan(
                rest,
                programme,
                "become final",
                plan -> plan.path("status").asText().equals("FINAL"));
    }

    /** The plan that rests on everything played, once it is what it is waited for to be. */
    private JsonNode plan(RestClient rest, String programme, String awaited, Predicate<JsonNode> reached) {
        StringJoiner query = new StringJoiner("&", "?", "");
        positions.forEach((log, position) -> query.add("after=" + log + ":" + position));
        URI address = allocation(programme, "/plan" + query.add("wait=10"));
        AtomicReference<JsonNode> plan = new AtomicReference<>(rest.get(Act.OFFICER, address));
        boolean isReached = Await.within(Duration.ofSeconds(60), () -> {
            plan.set(rest.get(Act.OFFICER, address));
            return reached.test(plan.get());
        });
        if (!isReached) {
            throw new LocalFault("The plan of " + programme + " did not " + awaited + " within a minute: it is "
                    + plan.get().path("status").asText() + ". See the allocation service's log.");
        }
        return plan.get();
    }

    private void tell(Regime regime, int acts, long startedAt, Map<String, JsonNode> plans) {
        screen.line(
                "The demonstration year (%s) is played: %d acts in %d s. All of it is made up. The final plans in kronor:"
                        .formatted(
                                regime.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                                acts,
                                screen.elapsedSeconds() - startedAt));
        plans.forEach((programme, plan) -> {
            screen.line("  " + programme);
            screen.line(
                    "  %-36s %15s %15s %15s %15s".formatted("pot", "amount", "distributed", "transferred", "returned"));
            for (JsonNode pot : plan.path("pots")) {
                screen.line("  %-36s %,15d %,15d %,15d %,15d"
                        .formatted(
                                pot.path("pot").asText(),
                                pot.path("amount").asLong(),
                                pot.path("distributed").asLong(),
                                pot.path("transferred").asLong(),
                                pot.path("returned").asLong()));
            }
        });
    }

    private URI programme(String programme, String path) {
        return services.requisition().resolve(PROGRAMMES + "/" + programme + path);
    }

    private URI requisition(String programme, String recipient) {
        return programme(programme, "/requisitions/" + recipient);
    }

    private URI allocation(String programme, String path) {
        return services.allocation().resolve("/allocation/v1/programmes/" + programme + path);
    }

    private URI reporting(String path) {
        return services.reporting().resolve("/reporting/v1" + path);
    }

    private static String csv(Act.DeliverHistory history) {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        lines.add("reporter,month,homeRegion,performedIn,provider,procedure,count");
        history.months()
                .forEach((month, cells) ->
                        cells.forEach(cell -> lines.add(history.reporter() + "," + month + "," + cell.row())));
        return lines.toString();
    }
}
