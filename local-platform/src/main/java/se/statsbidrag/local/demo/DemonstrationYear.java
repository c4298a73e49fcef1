package se.statsbidrag.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import se.statsbidrag.local.LocalFault;
import se.statsbidrag.local.Screen;
import se.statsbidrag.local.Tokens;

/** Plays a demonstration year through the public REST API, each act by the one who would do it, with the business clocks moved from act to act. */
public final class DemonstrationYear {

    private static final String APPROVED = "Rekvisitionen är fullständig och undertecknad av behörigt ombud.";
    private static final String DECIDED = "Beslutet stämmer med planen.";
    private static final String RETURNED = "Ange samtliga ändamål som medlen ska användas till.";
    private static final String EVIDENCE = "Påhittad handling i demonstrationen";
    private static final String SCOPE_APPROVED = "Rapportören har fullmakt från regionerna.";
    private static final String ADMITTED = "Ett avbrott i e-tjänsten den sista dagen är bekräftat.";

    private final ServiceAddresses services;
    private final Screen screen;
    private final DemonstrationData data = DemonstrationData.shipped();

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
        play(regime, true, true);
    }

    /** The same of the grant that the regime is about alone: the others are alike in all of them. */
    public void playWithoutShareGrants(Regime regime) {
        play(regime, false, true);
    }

    /** The same up to its final plan: nothing is decided or paid, and nobody reports what became of the money. */
    public void playUpToTheFinalPlan(Regime regime) {
        play(regime, false, false);
    }

    private void play(Regime regime, boolean withShareGrants, boolean withMoney) {
        try (RestClient rest = new RestClient(new Tokens(services.issuer()))) {
            Stage stage = new Stage(services, rest);
            String programme = data.setting("programme");
            if (rest.find(
                            Act.OFFICER,
                            requisition(
                                    stage, programme, data.regions().getFirst().code()))
                    .isPresent()) {
                screen.line("The system already holds requisitions, so the demonstration year is not played."
                        + " To play it from nothing: ./start --fresh --demo");
                return;
            }
            List<ShareGrant> shareGrants = withShareGrants ? shareGrants(stage) : List.of();
            List<Act> acts = new ArrayList<>(DemonstrationScript.of(data, regime));
            shareGrants.forEach(grant -> acts.addAll(ShareGrantScript.of(grant)));
            if (!withMoney) {
                acts.removeIf(act -> act instanceof MoneyAct
                        || act instanceof FollowUpAct
                        || act instanceof Act.Decide
                        || act instanceof Act.ReportToGovernment);
            }
            acts.sort(Comparator.comparing(Act::at));
            long startedAt = screen.elapsedSeconds();
            perform(stage, acts);
            List<String> programmes = new ArrayList<>(List.of(programme));
            shareGrants.forEach(grant -> programmes.add(grant.programme()));
            tell(regime, acts.size(), startedAt, stage, programmes);
        }
    }

    private void perform(Stage stage, List<Act> acts) {
        MoneyDesk money = new MoneyDesk(stage, new BankDay(stage, services.bank()), data.setting("agency"));
        FollowUpDesk followUp = new FollowUpDesk(stage);
        LocalDateTime clock = LocalDateTime.MIN;
        int done = 0;
        for (Act act : acts) {
            screen.status("demonstration year, %d %%, %s: %s"
                    .formatted(100 * done / acts.size(), act.at().toLocalDate(), act.told()));
            if (act.at().isAfter(clock)) {
                clock = act.at();
                stage.setClocks(clock);
            }
            switch (act) {
                case MoneyAct it -> money.perform(it);
                case FollowUpAct it -> followUp.perform(it);
                default -> perform(stage, act);
            }
            done++;
        }
    }

    /** The grants in force whose recipients set the amount. */
    private static List<ShareGrant> shareGrants(Stage stage) {
        List<ShareGrant> grants = new ArrayList<>();
        JsonNode inForce = stage.get(Act.OFFICER, stage.requisition("/programmes"));
        inForce.path("programmes").forEach(line -> {
            String name = line.path("programme").asText();
            JsonNode definition =
                    stage.get(Act.OFFICER, stage.requisition(name, "")).path("definition");
            if (ShareGrant.isOne(definition)) {
                grants.add(ShareGrant.of(definition, stage.get(Act.OFFICER, stage.requisition(name, "/shares"))));
            }
        });
        return grants;
    }

    private static void perform(Stage stage, Act act) {
        switch (act) {
            case Act.DeliverHistory history -> {
                JsonNode answer = stage.rest()
                        .send(act.by(), "POST", stage.reporting("/deliveries"), RestClient.CSV, csv(history))
                        .body();
                (answer.isArray() ? answer.valueStream() : List.of(answer).stream()).forEach(stage::remembered);
            }
            case Act.NameReporter named -> name(stage, named);
            case Act.Deliver delivery ->
                stage.put(
                        act.by(),
                        stage.reporting("/deliveries/" + delivery.reporter() + "/" + delivery.month()),
                        Map.of("cells", delivery.cells()));
            case Act.Requisition submitted ->
                stage.put(
                        act.by(),
                        requisition(stage, submitted.programme(), submitted.recipient()),
                        submitted.content());
            case Act.Withdraw withdrawn ->
                stage.delete(act.by(), requisition(stage, withdrawn.programme(), withdrawn.recipient()));
            case Act.Approve approved ->
                stage.post(
                        act.by(),
                        URI.create(requisition(stage, approved.programme(), approved.recipient()) + "/approval"),
                        Map.of("reason", APPROVED));
            case Act.ApproveAll approved ->
                stage.post(
                        act.by(),
                        stage.requisition(approved.programme(), "/requisitions/approvals"),
                        Map.of("recipients", approved.recipients(), "reason", APPROVED));
            case Act.Return returned ->
                stage.post(
                        act.by(),
                        URI.create(requisition(stage, returned.programme(), returned.recipient()) + "/return"),
                        Map.of(
                                "reason",
                                RETURNED,
                                "completeBy",
                                returned.completeBy().toString()));
            case Act.NoteCondition noted ->
                stage.put(
                        act.by(),
                        stage.requisition(
                                noted.programme(), "/conditions/" + noted.recipient() + "/" + noted.condition()),
                        Map.of("met", true, "date", noted.at().toLocalDate().toString(), "evidence", EVIDENCE));
            case Act.AdmitRequisition late ->
                admit(stage, stage.requisition("/late-arrivals"), late.programme(), "recipient", late.recipient());
            case Act.AdmitDelivery late ->
                admit(stage, stage.reporting("/late-arrivals"), late.programme(), "reporter", late.reporter());
            case Act.Decide decided -> decide(stage, decided);
            case Act.ReportToGovernment report ->
                stage.get(act.by(), stage.reporting(report.programme(), "/government-reports/" + report.report()));
            case MoneyAct _, FollowUpAct _, Act.Pass _ -> {
                // others do it, or nobody
            }
        }
    }

    /** What an officer decides alone is in force at once; what he only proposes, a second one approves. */
    private static void name(Stage stage, Act.NameReporter named) {
        URI scope = stage.reporting("/reporters/" + named.reporter());
        RestClient.Answer answer = stage.rest()
                .put(
                        named.by(),
                        scope,
                        Map.of(
                                "performedIn",
                                named.performedIn(),
                                "fromMonth",
                                named.fromMonth().toString()));
        stage.remembered(answer.body());
        if (answer.proposed()) {
            stage.post(Act.SECOND_OFFICER, URI.create(scope + "/approval"), Map.of("reason", SCOPE_APPROVED));
        }
    }

    /** One officer proposes to let it in, another does. */
    private static void admit(Stage stage, URI lateArrivals, String programme, String whose, String who) {
        JsonNode late = stage.reached(
                "something late of " + who + " to wait for admission to " + programme,
                Act.OFFICER,
                URI.create(lateArrivals + "?state=WAITING&limit=100"),
                page -> !waiting(page, programme, whose, who).isEmpty());
        String id = waiting(late, programme, whose, who).getFirst().path("id").asText();
        URI admission = URI.create(lateArrivals + "/" + id + "/admission");
        stage.post(Act.OFFICER, admission, Map.of("reason", ADMITTED));
        stage.post(Act.SECOND_OFFICER, admission, Map.of("reason", ADMITTED));
    }

    private static List<JsonNode> waiting(JsonNode page, String programme, String whose, String who) {
        return page.path("lateArrivals")
                .valueStream()
                .filter(each -> each.path("programme").asText().equals(programme)
                        && each.path(whose).asText().equals(who))
                .toList();
    }

    /** Over the pots that are named, or over those of a final plan from which somebody is due more, if any. */
    private static void decide(Stage stage, Act.Decide decided) {
        String programme = decided.programme();
        URI outstanding = stage.allocation(programme, "/outstanding" + stage.after());
        List<String> pots = decided.pots();
        if (pots.isEmpty()) {
            JsonNode plan = stage.finalPlan(programme);
            JsonNode due = stage.get(Act.OFFICER, outstanding);
            pots = plan.path("pots")
                    .valueStream()
                    .map(pot -> pot.path("pot").asText())
                    .filter(pot -> isDue(due, List.of(pot)))
                    .toList();
            if (pots.isEmpty()) {
                return;
            }
        } else {
            List<String> over = pots;
            stage.reached(
                    "something of " + programme + " to be due from " + over,
                    Act.OFFICER,
                    outstanding,
                    answer -> isDue(answer, over));
        }
        JsonNode proposed = stage.post(
                decided.by(),
                stage.allocation(programme, "/decisions"),
                Map.of("pots", pots, "reason", decided.reason()));
        stage.post(
                Act.DECISION_MAKER,
                stage.allocation(
                        programme, "/decisions/" + proposed.path("decision").asInt() + "/approval"),
                Map.of("reason", DECIDED));
    }

    private static boolean isDue(JsonNode outstanding, List<String> pots) {
        return outstanding
                .path("recipients")
                .valueStream()
                .filter(each -> each.path("action").asText().equals("PAY"))
                .anyMatch(each -> pots.stream()
                        .anyMatch(pot -> each.path("pots").path(pot).asLong() > 0));
    }

    private void tell(Regime regime, int acts, long startedAt, Stage stage, List<String> programmes) {
        Map<String, JsonNode> accounts = new LinkedHashMap<>();
        screen.line(
                "The demonstration year (%s) is played: %d acts in %d s. All of it is made up. The final plans in kronor:"
                        .formatted(
                                regime.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                                acts,
                                screen.elapsedSeconds() - startedAt));
        for (String programme : programmes) {
            accounts.put(programme, stage.get(MoneyAct.ECONOMIST, stage.allocation(programme, "/appropriation")));
            screen.line("  " + programme);
            screen.line(
                    "  %-36s %15s %15s %15s %15s".formatted("pot", "amount", "distributed", "transferred", "returned"));
            for (JsonNode pot : stage.finalPlan(programme).path("pots")) {
                screen.line("  %-36s %,15d %,15d %,15d %,15d"
                        .formatted(
                                pot.path("pot").asText(),
                                pot.path("amount").asLong(),
                                pot.path("distributed").asLong(),
                                pot.path("transferred").asLong(),
                                pot.path("returned").asLong()));
            }
        }
        screen.line("The agency's accounts: what was received is what was paid less what was repaid, and what the"
                + " agency used and returned.");
        screen.line("  %-20s %15s %15s %15s %15s %15s %15s"
                .formatted("programme", "received", "paid", "repaid", "own cost", "returned", "left"));
        accounts.forEach((programme, account) -> screen.line("  %-20s %,15d %,15d %,15d %,15d %,15d %,15d"
                .formatted(
                        programme,
                        account.path("received").asLong(),
                        account.path("paid").asLong(),
                        account.path("repaidByRecipients").asLong(),
                        account.path("ownCost").asLong(),
                        account.path("returned").asLong(),
                        account.path("left").asLong())));
    }

    private static URI requisition(Stage stage, String programme, String recipient) {
        return stage.requisition(programme, "/requisitions/" + recipient);
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
