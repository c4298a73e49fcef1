package se.statsbidrag.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicReference;
import se.statsbidrag.local.Await;
import se.statsbidrag.local.LocalFault;
import se.statsbidrag.local.Screen;
import se.statsbidrag.local.Tokens;

/** Plays a demonstration year through the public REST API, each act by the one who would do it, with the business clocks moved from act to act. */
public final class DemonstrationYear {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final String APPROVED = "Rekvisitionen är fullständig och undertecknad av behörigt ombud.";

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
     * Plays the year, or says that the system holds one already and does nothing.
     *
     * @throws LocalFault when a service refuses something; holds what its problem document says
     */
    public void play(Regime regime) {
        try (RestClient rest = new RestClient(new Tokens(services.issuer()))) {
            if (rest.find(Act.OFFICER, requisition(data.regions().getFirst().code()))
                    .isPresent()) {
                screen.line("The system already holds requisitions, so the demonstration year is not played."
                        + " To play it from nothing: ./start --fresh --demo");
                return;
            }
            List<Act> acts = DemonstrationScript.of(data, regime);
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
            tell(regime, acts.size(), startedAt, finalPlan(rest));
        }
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
                                requisition(submitted.region()),
                                Map.of("wantsRemainingFunds", submitted.wantsRemainingFunds(), "certified", true))
                        .body());
            case Act.Withdraw withdrawn ->
                List.of(rest.delete(act.by(), requisition(withdrawn.region())).body());
            case Act.Approve approved ->
                List.of(rest.post(
                                act.by(),
                                URI.create(requisition(approved.region()) + "/approval"),
                                Map.of("reason", APPROVED))
                        .body());
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

    /** The plan that rests on everything played. It is final as soon as the marks of both deadlines have been read. */
    private JsonNode finalPlan(RestClient rest) {
        StringJoiner query = new StringJoiner("&", "?", "");
        positions.forEach((log, position) -> query.add("after=" + log + ":" + position));
        URI address = services.allocation()
                .resolve("/allocation/v1/programmes/" + programme() + "/plan" + query.add("wait=10"));
        AtomicReference<JsonNode> plan = new AtomicReference<>(rest.get(Act.OFFICER, address));
        boolean isFinal = Await.within(Duration.ofSeconds(60), () -> {
            plan.set(rest.get(Act.OFFICER, address));
            return plan.get().path("status").asText().equals("FINAL");
        });
        if (!isFinal) {
            throw new LocalFault("The year is played, but its plan did not become final within a minute: it is "
                    + plan.get().path("status").asText() + ". See the allocation service's log.");
        }
        return plan.get();
    }

    private void tell(Regime regime, int acts, long startedAt, JsonNode plan) {
        screen.line(
                "The demonstration year (%s) is played: %d acts in %d s. All of it is made up. The final plan in kronor:"
                        .formatted(
                                regime.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                                acts,
                                screen.elapsedSeconds() - startedAt));
        screen.line("  %-28s %15s %15s %15s %15s".formatted("pot", "amount", "distributed", "transferred", "returned"));
        for (JsonNode pot : plan.path("pots")) {
            screen.line("  %-28s %,15d %,15d %,15d %,15d"
                    .formatted(
                            pot.path("pot").asText(),
                            pot.path("amount").asLong(),
                            pot.path("distributed").asLong(),
                            pot.path("transferred").asLong(),
                            pot.path("returned").asLong()));
        }
    }

    private String programme() {
        return data.setting("programme");
    }

    private URI requisition(String region) {
        return services.requisition().resolve("/requisition/v1/programmes/" + programme() + "/requisitions/" + region);
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
