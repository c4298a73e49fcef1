package se.statsbidrag.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.statsbidrag.local.DemonstrationPeople;

class ShareGrantScriptTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDateTime END = LocalDateTime.of(2025, 4, 18, 0, 0);

    private final ShareGrant grant = grant();
    private final List<Act> acts = ShareGrantScript.of(grant);

    @Test
    void whatAServiceTellsIsRead() {
        assertThat(grant.opens()).isEqualTo(LocalDate.of(2025, 3, 6));
        assertThat(grant.lastDay()).isEqualTo(LocalDate.of(2025, 4, 17));
        assertThat(grant.conditions()).containsExactly("dialogue");
        assertThat(grant.pots()).containsExactly("people", "rural");
        assertThat(grant.reportsFrom()).isEqualTo(LocalDate.of(2026, 1, 12));
        assertThat(grant.reportsBy()).isEqualTo(LocalDate.of(2026, 2, 27));
        assertThat(grant.planner()).isEqualTo("0114");
        assertThat(grant.waiver()).isTrue();
        assertThat(grant.surveyBy()).isNull();
        assertThat(grant.reports())
                .containsExactly(new ShareGrant.GovernmentReport("annual-summary", LocalDate.of(2026, 9, 30)));
        assertThat(grant.recipients()).hasSize(40);
        assertThat(grant.recipients().get(0).purposes())
                .as("without a share in the pot")
                .containsExactly(1);
        assertThat(grant.recipients().get(1).purposes()).containsExactly(1, 8);
        assertThat(grant.recipients().get(0).statesMeasures()).isTrue();
        assertThat(grant.recipients().get(1).statesMeasures()).isFalse();
    }

    @Test
    void requisitionsComeWhileTheyAreReceivedButForOneCompletionAndOneThatIsLate() {
        List<Act.Requisition> requisitions = of(Act.Requisition.class);

        assertThat(requisitions).allMatch(act -> act.at().isAfter(LocalDateTime.of(2025, 3, 6, 0, 0)));
        assertThat(requisitions).filteredOn(act -> !act.at().isBefore(END)).hasSize(2);
        assertThat(of(Act.AdmitRequisition.class))
                .singleElement()
                .satisfies(act -> assertThat(requisitions)
                        .filteredOn(each -> each.recipient().equals(act.recipient()))
                        .singleElement()
                        .satisfies(each -> assertThat(each.at()).isBetween(END, act.at())));
        assertThat(requisitions)
                .allMatch(act -> DemonstrationPeople.of(act.by()).role().equals("representative"));
        assertThat(acts).isSortedAccordingTo(Comparator.comparing(Act::at));
    }

    @Test
    void someAskForLessSomeForNothingAndSomeWantMore() {
        List<Act.Requisition> requisitions = of(Act.Requisition.class);

        assertThat(requisitions.stream().map(Act.Requisition::recipient).distinct())
                .hasSizeBetween(30, 39);
        assertThat(requisitions).anyMatch(act -> amount(act) < 1000).anyMatch(act -> amount(act) == 1000);
        assertThat(requisitions)
                .extracting(act -> act.content().get("wantsRemainingFunds"))
                .contains(true, false);
        assertThat(requisitions).allMatch(act -> act.content().containsKey("plan"));
    }

    @Test
    void everyRequisitionIsApprovedOnceAndAfterItCame() {
        List<String> approved = new ArrayList<>();
        of(Act.ApproveAll.class).forEach(act -> approved.addAll(act.recipients()));
        of(Act.Approve.class).forEach(act -> approved.add(act.recipient()));

        assertThat(approved)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(of(Act.Requisition.class).stream()
                        .map(Act.Requisition::recipient)
                        .distinct()
                        .toList());
        assertThat(of(Act.Return.class))
                .singleElement()
                .satisfies(act -> assertThat(act.completeBy()).isAfter(LocalDate.of(2025, 4, 22)));
        assertThat(of(Act.NoteCondition.class)).hasSameSizeAs(approved);
    }

    @Test
    void whoTookMoneyReportsOnceAndWhatIsClaimedIsPaid() {
        List<String> reporting = of(FollowUpAct.Report.class).stream()
                .flatMap(act -> act.recipients().stream())
                .toList();

        assertThat(reporting)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(of(Act.Requisition.class).stream()
                        .map(Act.Requisition::recipient)
                        .distinct()
                        .toList());
        assertThat(of(MoneyAct.ProposeClaims.class))
                .singleElement()
                .satisfies(act -> assertThat(act.recipients()).contains("0114").isSubsetOf(reporting));
        assertThat(of(MoneyAct.PayInvoices.class))
                .last()
                .satisfies(act -> assertThat(act.notYet()).isEmpty());
        assertThat(of(MoneyAct.GiveBack.class))
                .singleElement()
                .satisfies(act -> assertThat(act.at())
                        .isAfter(of(MoneyAct.PayInvoices.class).getLast().at()));
    }

    private <T extends Act> List<T> of(Class<T> kind) {
        return acts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static long amount(Act.Requisition act) {
        return act.content().get("amount") instanceof Long amount ? amount : -1;
    }

    private static ShareGrant grant() {
        try {
            JsonNode definition = JSON.readTree("""
                    {"id": "some-grant",
                     "requisition": {"amountSetBy": "RECIPIENT", "opensOn": {"date": "2025-03-06"},
                       "purposes": [{"number": 1}, {"number": 8, "onlyFor": {"pots": ["rural"]}}],
                       "jointPlan": {"statedInRequisitionBy": ["0114"]}},
                     "deadlines": [{"id": "summary", "kind": "CALENDAR", "dueDate": "2026-09-30"},
                       {"kind": "REQUISITION", "dueDate": "2025-04-17"},
                       {"kind": "FOLLOW_UP", "dueDate": "2026-02-27"}],
                     "pots": [{"id": "people"}, {"id": "rural"}, {"id": "people-remaining", "derivedFrom": "people"}],
                     "repayment": {"waiver": {"text": "some"}},
                     "governmentReports": [{"report": "ANNUAL_SUMMARY", "deadlines": ["summary"]}],
                     "followUp": {"opensOn": {"date": "2026-01-12"},
                       "activityPlans": {"objectCodes": [{"recipient": "0114"}]}},
                     "conditions": [{"id": "dialogue", "effect": "BLOCKS_PAYMENT"}, {"id": "x", "effect": "FOLLOW_UP"}]}
                    """);
            ObjectNode shares = JSON.createObjectNode();
            ArrayNode recipients = shares.putArray("recipients");
            DemonstrationPeople.people().stream()
                    .filter(person -> person.municipal())
                    .limit(40)
                    .forEach(person -> recipients
                            .addObject()
                            .put("recipient", person.clientId().substring("representative-".length()))
                            .put("total", 1000)
                            .putArray("pots")
                            .add(JSON.valueToTree(
                                    Map.of("pot", recipients.size() == 1 ? "people" : "rural", "amount", 1000))));
            assertThat(ShareGrant.isOne(definition)).isTrue();
            return ShareGrant.of(definition, shares);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
