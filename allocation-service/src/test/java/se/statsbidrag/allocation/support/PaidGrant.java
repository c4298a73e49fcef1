package se.statsbidrag.allocation.support;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.statsbidrag.events.ClaimDecided;
import se.statsbidrag.events.ClaimInvoiced;
import se.statsbidrag.events.ClaimNotified;
import se.statsbidrag.events.ClaimProposed;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.PaymentBatchPrepared;
import se.statsbidrag.events.PaymentDetails;
import se.statsbidrag.events.PaymentDetailsSet;
import se.statsbidrag.events.PaymentsBooked;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.Origin;
import se.statsbidrag.events.log.StreamAppend;
import se.statsbidrag.events.log.StreamName;
import se.statsbidrag.rules.value.OrganisationNumber;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** A grant whose first block is decided for and paid to a region, and whose rules know waiver and overpayment. */
public final class PaidGrant {
    /** What a region gets of the first block, kronor. */
    public static final int BLOCK_1 = 4_761_904;

    /** The day on which it was paid. */
    public static final String PAID_ON = "2024-12-30";

    private static final OrganisationNumber AGENCY = new OrganisationNumber("202100-0555");
    private static final PaymentDetails BANKGIRO = new PaymentDetails(PaymentDetails.Kind.BANKGIRO, "50501055", "");

    private final EventLog log;
    private final String programme;

    private PaidGrant(EventLog log, String programme) {
        this.log = log;
        this.programme = programme;
    }

    /** Decided for and paid to region 23. */
    public static PaidGrant of(EventLog log, String programme, GrantYear year) {
        year.definitionInForce(withWaiver(year.definition())).approved("23");
        new PlanReader(programme).plan(year.after());
        PaidGrant grant = new PaidGrant(log, programme);
        grant.as("officer-1", "/decisions", "{\"pots\": [\"block-1\"], \"reason\": \"a\"}")
                .statusCode(201);
        grant.as("decision-maker-1", "/decisions/1/approval", "{\"reason\": \"ja\"}")
                .statusCode(200);
        grant.paid(1);
        return grant;
    }

    /** The same decision is paid once more by mistake. */
    public void paidTwice() {
        paid(2);
    }

    /** Some of it is claimed back as unused, invoiced, and not paid by its day. */
    public void claimedAndOverdue(long amount) {
        ProgrammeId id = new ProgrammeId(programme);
        RecipientCode region = new RecipientCode("23");
        LocalDate due = LocalDate.parse("2024-12-01");
        record(
                "ledger/" + programme,
                new ClaimProposed(id, 1, region, "unused", false, amount, List.of(), "inte använt", List.of()),
                new ClaimNotified(id, 1, due.minusWeeks(8), "underlaget är klart"),
                new ClaimDecided(id, 1, "KV-K1", amount, 0, "person-1", "inte använt"),
                new ClaimInvoiced(id, 1, "KV-F1", due.minusDays(30), due, "beslutat"));
    }

    /** Where the agency is paid is set, so that it can invoice. */
    public void agencyIsPaidByBankgiro() {
        record("payment-details/" + AGENCY.value(), new PaymentDetailsSet(AGENCY, "Socialstyrelsen", BANKGIRO, "nytt"));
    }

    /** What somebody does below the programme. */
    public ValidatableResponse as(String client, String path, String body) {
        return given().header("Authorization", SignedIn.bearer(client))
                .contentType("application/json")
                .body(body)
                .post("/allocation/v1/programmes/" + programme + path)
                .then();
    }

    private static Map<String, Object> withWaiver(Map<String, Object> definition) {
        Map<String, Object> changed = new HashMap<>(definition);
        changed.put(
                "repayment",
                Map.of(
                        "grounds",
                        List.of(
                                Map.of("id", "wrong-or-too-much", "text", "För högt belopp", "source", "påhittat"),
                                Map.of(
                                        "id",
                                        "unused",
                                        "text",
                                        "Bidraget har helt eller delvis inte använts",
                                        "source",
                                        "påhittat")),
                        "waiver",
                        Map.of("text", "Särskilda skäl", "source", "påhittat")));
        return changed;
    }

    private void paid(int batch) {
        ProgrammeId id = new ProgrammeId(programme);
        PaymentBatchPrepared.Payment payment = new PaymentBatchPrepared.Payment(
                programme + "-" + batch,
                new RecipientCode("23"),
                List.of(1),
                BLOCK_1,
                "Region",
                BANKGIRO,
                "Statsbidrag");
        record(
                "ledger/" + programme,
                new PaymentBatchPrepared(
                        id,
                        batch,
                        "M-" + programme + "-" + batch,
                        Instant.parse("2024-12-30T08:00:00Z"),
                        LocalDate.parse(PAID_ON),
                        "",
                        AGENCY,
                        "Socialstyrelsen",
                        BANKGIRO,
                        List.of(payment),
                        "ab"),
                new PaymentsBooked(
                        id,
                        "S-" + batch,
                        "ab",
                        List.of(new PaymentsBooked.Entry(
                                "B-" + batch, payment.id(), BLOCK_1, LocalDate.parse(PAID_ON)))));
    }

    private void record(String name, GrantEvent... events) {
        StreamName stream = new StreamName(name);
        log.append(
                List.of(new StreamAppend(stream, log.readStream(stream).size(), List.of(events))),
                Origin.ofSystem("test"));
    }
}
