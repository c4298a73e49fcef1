package se.statsbidrag.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import se.statsbidrag.local.LocalFault;

/** Carries out what happens to a programme's money. All amounts are the services' own: nothing is computed here. */
final class MoneyDesk {
    private static final String LETTER = "Brev från organisationen, påhittat nummer.";
    private static final String CHECKED = "Numret stämmer med brevet.";
    private static final String FILE_READ = "Filen är läst och stämmer med besluten.";
    private static final String ANSWER = "Vi har inget att invända mot underlaget.";
    private static final String CLAIMED = "Det som inte har använts eller redovisats ska betalas tillbaka.";
    private static final String CORRECTED =
            "Det som är beslutat är mer än planen ger; skillnaden ska betalas tillbaka.";
    private static final String WAIVED =
            "En fjärdedel efterges av särskilda skäl: avtal var tecknade när insatsen fick avbrytas.";
    private static final String TOLD = "Underlaget är genomgånget; mottagaren får yttra sig innan något beslutas.";
    private static final String INVOICED = "Beslutet är fattat; betalningstiden är den vanliga.";
    private static final String RIGHT = "Beslutet följer bidragets regler.";
    private static final long PART_WAIVED = 4;
    private static final String FIRST_NUMBER = "9";
    private static final String SECOND_NUMBER = "8";

    private final Stage stage;
    private final BankDay bank;
    private final String agency;
    private final Set<String> known = new HashSet<>();
    private final Map<String, List<String>> ordered = new HashMap<>();

    /** @param agency its organisation number */
    MoneyDesk(Stage stage, BankDay bank, String agency) {
        this.stage = stage;
        this.bank = bank;
        this.agency = agency;
    }

    void perform(MoneyAct act) {
        switch (act) {
            case MoneyAct.SetPaymentDetails it -> setPaymentDetails(it);
            case MoneyAct.ChangePaymentDetails it -> {
                Map<String, String> recipient = organisations(it.programme(), it.recipient());
                recipient.forEach((number, name) -> set(number, name, SECOND_NUMBER));
            }
            case MoneyAct.OrderPayments it -> order(it);
            case MoneyAct.BankAnswers it -> {
                List<String> files = ordered.remove(it.programme());
                bank.answerAll(files == null ? List.of() : files, it.rejected());
            }
            case MoneyAct.DrawFrame it -> draw(it);
            case MoneyAct.BookOwnCost it ->
                stage.post(
                        it.by(),
                        stage.allocation(it.programme(), "/appropriation/own-costs"),
                        Map.of(
                                "amount",
                                it.amount(),
                                "day",
                                it.at().toLocalDate().toString(),
                                "reference",
                                it.reference(),
                                "text",
                                it.text()));
            case MoneyAct.GiveBack it -> giveBack(it);
            case MoneyAct.ProposeClaims it -> propose(it);
            case MoneyAct.AnswerClaims it ->
                claims(it.programme(), "NOTIFIED")
                        .forEach(claim -> stage.post(
                                "representative-" + claim.path("recipient").asText(),
                                claim(it.programme(), claim, "/answer"),
                                Map.of("answer", ANSWER)));
            case MoneyAct.DecideClaims it -> claims(it.programme(), "ANSWERED").forEach(claim -> decide(it, claim));
            case MoneyAct.PayInvoices it -> pay(it);
        }
    }

    private void setPaymentDetails(MoneyAct.SetPaymentDetails act) {
        Map<String, String> organisations = organisations(act.programme(), "");
        organisations.put(agency, "Socialstyrelsen");
        organisations.keySet().removeAll(known);
        known.addAll(organisations.keySet());
        stage.each(
                organisations.entrySet(),
                organisation -> set(organisation.getKey(), organisation.getValue(), FIRST_NUMBER));
    }

    /** Names by organisation number of a programme's recipients, or of the one with this code. */
    private Map<String, String> organisations(String programme, String recipient) {
        Map<String, String> organisations = new TreeMap<>();
        stage.get(Act.OFFICER, stage.requisition(programme, ""))
                .path("definition")
                .path("recipients")
                .path("entries")
                .forEach(entry -> {
                    if (recipient.isEmpty()
                            || recipient.equals(entry.path("code").asText())) {
                        organisations.put(
                                entry.path("organisationNumber").asText(),
                                entry.path("name").asText());
                    }
                });
        return organisations;
    }

    private void set(String organisation, String name, String first) {
        URI details = stage.allocation("/payment-details/" + organisation);
        stage.put(
                MoneyAct.ECONOMIST,
                details,
                Map.of("kind", "BANKGIRO", "number", bankgiro(organisation, first), "name", name, "reason", LETTER));
        stage.post(
                MoneyAct.SECOND_ECONOMIST,
                stage.allocation("/payment-details/" + organisation + "/approval"),
                Map.of("reason", CHECKED));
    }

    /** Made up of the organisation's number, with the digit that checks it. */
    static String bankgiro(String organisation, String first) {
        String digits = first + organisation.charAt(1) + organisation.charAt(5) + organisation.substring(7);
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            int value = Character.digit(digits.charAt(digits.length() - 1 - place), 10) * (place % 2 == 0 ? 2 : 1);
            sum += value > 9 ? value - 9 : value;
        }
        return digits + (10 - sum % 10) % 10;
    }

    private void order(MoneyAct.OrderPayments act) {
        JsonNode batch = stage.post(
                act.by(),
                stage.allocation(act.programme(), "/payment-batches"),
                Map.of("executionDate", act.at().toLocalDate().toString()));
        stage.post(
                MoneyAct.SECOND_ECONOMIST,
                stage.allocation(
                        act.programme(),
                        "/payment-batches/" + batch.path("batch").asInt() + "/approval"),
                Map.of("fileSha256", batch.path("fileSha256").asText(), "reason", FILE_READ));
        ordered.computeIfAbsent(act.programme(), none -> new ArrayList<>())
                .add(batch.path("message").asText());
    }

    private void draw(MoneyAct.DrawFrame act) {
        JsonNode account = stage.get(act.by(), stage.allocation(act.programme(), "/appropriation"));
        long frame = account.path("frame").asLong();
        stage.post(act.by(), stage.allocation(act.programme(), "/appropriation/requisition"), Map.of("amount", frame));
        stage.post(
                act.by(),
                stage.allocation(act.programme(), "/appropriation/receipts"),
                entry(frame, act, "KK-" + act.programme()));
    }

    private void giveBack(MoneyAct.GiveBack act) {
        long left = stage.get(act.by(), stage.allocation(act.programme(), "/appropriation"))
                .path("left")
                .asLong();
        stage.post(
                act.by(),
                stage.allocation(act.programme(), "/appropriation/repayments"),
                entry(left, act, act.reference()));
    }

    private static Map<String, Object> entry(long amount, Act act, String reference) {
        return Map.of("amount", amount, "day", act.at().toLocalDate().toString(), "reference", reference);
    }

    private void propose(MoneyAct.ProposeClaims act) {
        stage.get(Act.OFFICER, stage.allocation(act.programme(), "/plan" + stage.after()));
        JsonNode suggested = stage.reached(
                "claims of " + act.programme() + " on " + String.join(", ", act.recipients()) + " to be suggested",
                act.by(),
                stage.allocation(act.programme(), "/claims/proposals"),
                answer -> suggested(answer).keySet().equals(act.recipients()));
        suggested(suggested).values().forEach(each -> {
            JsonNode claim = stage.post(
                    act.by(),
                    stage.allocation(act.programme(), "/claims"),
                    Map.of(
                            "recipient",
                            each.path("recipient").asText(),
                            "ground",
                            each.path("ground").asText(),
                            "amount",
                            each.path("amount").asLong(),
                            "reason",
                            each.path("reason").asText()));
            stage.post(act.by(), claim(act.programme(), claim, "/notice"), Map.of("reason", TOLD));
        });
    }

    private static Map<String, JsonNode> suggested(JsonNode answer) {
        Map<String, JsonNode> suggested = new TreeMap<>();
        answer.path("proposals")
                .valueStream()
                .filter(each -> each.path("suggested").asBoolean())
                .forEach(each -> suggested.put(each.path("recipient").asText(), each));
        return suggested;
    }

    private void decide(MoneyAct.DecideClaims act, JsonNode claim) {
        long amount = claim.path("amount").asLong();
        long waived = act.waived().contains(claim.path("recipient").asText()) ? amount / PART_WAIVED : 0;
        stage.post(
                act.by(),
                claim(act.programme(), claim, "/decision"),
                Map.of("claimed", amount - waived, "waived", waived, "reason", reason(claim, waived)));
        stage.post(Act.DECISION_MAKER, claim(act.programme(), claim, "/decision/approval"), Map.of("reason", RIGHT));
        stage.post(act.by(), claim(act.programme(), claim, "/invoice"), Map.of("reason", INVOICED));
    }

    private static String reason(JsonNode claim, long waived) {
        if (waived > 0) {
            return WAIVED;
        }
        return claim.path("overpayment").asBoolean() ? CORRECTED : CLAIMED;
    }

    private void pay(MoneyAct.PayInvoices act) {
        Map<String, Long> paid = new LinkedHashMap<>();
        claims(act.programme(), "INVOICED", "OVERDUE").stream()
                .filter(claim -> !act.notYet().contains(claim.path("recipient").asText()))
                .forEach(claim -> paid.put(
                        claim.path("invoice").path("invoice").asText(),
                        claim.path("left").asLong()));
        if (paid.isEmpty()) {
            throw new LocalFault("No invoice of " + act.programme() + " waits to be paid.");
        }
        String account = stage.get(act.by(), stage.allocation("/payment-details/" + agency))
                .path("inForce")
                .path("number")
                .asText();
        bank.received(
                "STMT-IN-" + act.programme() + "-" + act.at().toLocalDate(),
                account,
                act.at().toLocalDate(),
                paid);
    }

    private List<JsonNode> claims(String programme, String... states) {
        Set<String> sought = new TreeSet<>(List.of(states));
        return stage.get(Act.OFFICER, stage.allocation(programme, "/claims"))
                .path("claims")
                .valueStream()
                .filter(claim -> sought.contains(claim.path("state").asText()))
                .toList();
    }

    private URI claim(String programme, JsonNode claim, String path) {
        return stage.allocation(programme, "/claims/" + claim.path("claim").asInt() + path);
    }
}
