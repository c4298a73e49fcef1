package se.statsbidrag.reporting.domain.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.JointPlan;
import se.statsbidrag.events.RequisitionContent;
import se.statsbidrag.events.SurveyAnswered;
import se.statsbidrag.events.SurveyRespondent;
import se.statsbidrag.reporting.domain.report.ReportDocument.Form;
import se.statsbidrag.reporting.domain.report.ReportDocument.Section;
import se.statsbidrag.reporting.domain.report.ReportDocument.TableBuilder;
import se.statsbidrag.reporting.domain.report.ReportFacts.Requisition;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.Purpose;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.programme.RecipientKind;
import se.statsbidrag.rules.rule.RequisitionStanding;
import se.statsbidrag.rules.value.RecipientCode;

/** Who asked for money, for what, and what the survey answers per county (R-G5, R-G6, R-G8). */
final class RecipientSections {
    private final ReportFacts facts;

    RecipientSections(ReportFacts facts) {
        this.facts = facts;
    }

    /** Who has requisitioned. */
    Section requisitions() {
        TableBuilder table = new TableBuilder()
                .column("recipient", "Kod", Form.TEXT)
                .column("name", "Mottagare", Form.TEXT)
                .column("standing", "Läge", Form.TEXT)
                .column("receivedOn", "Inkom", Form.TEXT)
                .column("amount", "Rekvirerat belopp", Form.KRONOR)
                .column("purposes", "Ändamål", Form.TEXT)
                .column("plan", "Gemensam plan", Form.TEXT);
        long approved = 0;
        for (Recipient recipient : facts.definition().recipients()) {
            Requisition requisition = facts.requisitions().get(recipient.code());
            RequisitionContent content = requisition == null ? null : requisition.content();
            LocalDate receivedOn = requisition == null ? null : requisition.receivedOn();
            table.row(
                    recipient.code(),
                    recipient.name(),
                    standing(requisition == null ? new RequisitionStanding.Missing() : requisition.standing()),
                    receivedOn,
                    content == null ? null : content.amount(),
                    content == null
                            ? null
                            : content.purposes().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                    content == null ? null : plan(content.plan()));
            approved += takesPart(requisition) ? 1 : 0;
        }
        return new Section(
                "requisitions",
                "Vilka som har rekvirerat",
                List.of(approved + " av " + facts.definition().recipients().size()
                        + " mottagare har en godkänd rekvisition."),
                table.build(),
                List.of());
    }

    /** What the money is asked for. */
    Section purposes() {
        Map<Integer, long[]> named = new TreeMap<>();
        facts.requisitions().forEach((code, requisition) -> {
            RequisitionContent content = requisition.content();
            if (takesPart(requisition) && content != null) {
                int kind = RecipientKind.REGIONS.includes(code) ? 0 : 1;
                content.purposes().forEach(number -> named.computeIfAbsent(number, _ -> new long[2])[kind]++);
            }
        });
        TableBuilder table = new TableBuilder()
                .column("purpose", "Nummer", Form.COUNT)
                .column("text", "Ändamål", Form.TEXT)
                .column("regions", "Regioner", Form.COUNT)
                .column("municipalities", "Kommuner", Form.COUNT)
                .column("source", "Källa", Form.TEXT);
        for (Purpose purpose : facts.definition().requisition().purposes()) {
            long[] counts = named.getOrDefault(purpose.number(), new long[2]);
            table.row(purpose.number(), purpose.text(), counts[0], counts[1], purpose.source());
        }
        return new Section(
                "purposes",
                "Vad bidraget ska användas till",
                List.of("Antalet mottagare med godkänd rekvisition som har angett ändamålet."),
                table.build(),
                List.of());
    }

    /** What regions and RSS answer for each county. */
    Section survey() {
        TableBuilder table = new TableBuilder()
                .column("county", "Län", Form.TEXT)
                .column("name", "Region", Form.TEXT)
                .column("respondent", "Svarande", Form.TEXT)
                .column("receivedOn", "Inkom", Form.TEXT)
                .column("text", "Svar", Form.TEXT);
        for (RecipientCode county : counties()) {
            for (SurveyRespondent respondent : SurveyRespondent.values()) {
                SurveyAnswered answer = answer(county, respondent);
                table.row(
                        county,
                        facts.name(county),
                        respondent == SurveyRespondent.REGION ? "Regionen" : "RSS för kommunerna",
                        answer == null ? null : LocalDate.ofInstant(answer.receivedAt(), DeadlineDay.SWEDEN),
                        answer == null ? "Inget svar" : answer.text());
            }
        }
        return new Section(
                "survey",
                "Enkäten: svar per län",
                List.of("Svaren återges med de svarandes egna ord."),
                table.build(),
                List.of());
    }

    /** What each municipality reported, as its county's RSS says. */
    Section municipalities() {
        TableBuilder table = new TableBuilder()
                .column("county", "Län", Form.TEXT)
                .column("municipality", "Kod", Form.TEXT)
                .column("name", "Kommun", Form.TEXT)
                .column("text", "Redovisning", Form.TEXT);
        for (RecipientCode county : counties()) {
            SurveyAnswered answer = answer(county, SurveyRespondent.RSS);
            if (answer != null) {
                answer.municipalities()
                        .forEach(each ->
                                table.row(county, each.municipality(), facts.name(each.municipality()), each.text()));
            }
        }
        return new Section(
                "survey-municipalities",
                "Enkäten: vad kommunerna har redovisat",
                List.of("Sammanställt av RSS per län."),
                table.build(),
                List.of());
    }

    private List<RecipientCode> counties() {
        return facts.definition().recipients().stream()
                .map(Recipient::code)
                .filter(code -> RecipientKind.REGIONS.includes(code))
                .toList();
    }

    private @Nullable SurveyAnswered answer(RecipientCode county, SurveyRespondent respondent) {
        Map<SurveyRespondent, SurveyAnswered> answers = facts.survey().get(county);
        return answers == null ? null : answers.get(respondent);
    }

    private static boolean takesPart(@Nullable Requisition requisition) {
        return requisition != null && requisition.standing() instanceof RequisitionStanding.InForce;
    }

    private static String standing(RequisitionStanding standing) {
        return switch (standing) {
            case RequisitionStanding.InForce _ -> "Godkänd";
            case RequisitionStanding.Undecided _ -> "Väntar på beslut";
            case RequisitionStanding.Ended _ -> "Avslagen eller återtagen";
            case RequisitionStanding.Late _ -> "För sent inkommen";
            case RequisitionStanding.Missing _ -> "Har inte rekvirerat";
        };
    }

    private static @Nullable String plan(@Nullable JointPlan plan) {
        if (plan == null) {
            return null;
        }
        String where =
                plan.reference().isEmpty() ? plan.measures().size() + " insatser i rekvisitionen" : plan.reference();
        return plan.regionalCollaborationStructure().isEmpty()
                ? where
                : where + " (RSS: " + plan.regionalCollaborationStructure() + ")";
    }
}
