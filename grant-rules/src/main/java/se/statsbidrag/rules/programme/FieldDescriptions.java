package se.statsbidrag.rules.programme;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What each field of a definition means, for its JSON Schema: by path, lists as {@code []} and kinds of keys as {@code
 * (KIND)}; or by {@code *.name} for all fields of a name that have no line of their own.
 */
final class FieldDescriptions {
    /** Of the field that says which kind of key a pot has. */
    static final String KIND = "How the pot is divided";

    private static final String LINES = """
            *.source: Document and place where this is stated
            *.text: As shown to people, in Swedish
            *.title: As shown to people, in Swedish
            *.interpretation: The assumption among the interpretations that it rests on, where no source states it
            *.rule: The rule that explanations cite
            *.amount: In whole kronor
            *.weights: Tables of whole numbers whose product weighs each recipient
            *.fixed: What each recipient gets before the rest is divided
            id: The programme's name, the same in all its versions
            version: One more than the version before
            title: The grant's name
            title.sv: In Swedish
            title.en: In English
            decision: The government's decision
            decision.caseNumber: Its case number, which requisitions and repayments cite
            caseNumberSeries: The agency's case numbers for requisitions
            caseNumberSeries.prefix: What each of them begins with
            frame: What the government has set aside in all
            ownCost: What the agency may use for its own work
            requisition: What a requisition must hold
            requisition.amountSetBy: Who says how much is asked for
            requisition.opensOn: The day from which requisitions are received; left out where no source gives it
            requisition.opensOn.date: That day
            requisition.certification: What the recipient certifies; left out where nothing is
            requisition.purposes: What the money may be used for; left out where a requisition names none
            requisition.purposes[].number: The purpose's number in the source
            requisition.purposes[].onlyFor: Who may name it, and then must; all when left out. One of pots and table
            requisition.purposes[].onlyFor.pots: Those with a share above 0 in one of these pots
            requisition.purposes[].onlyFor.table: Those that this table names
            requisition.jointPlan: The plan of a region and its municipalities, in words; left out where there is none
            requisition.jointPlan.statedInRequisitionBy: Recipients that say in their requisition what others say in a plan
            period: The months whose operations count
            period.from: The first month
            period.to: The last month
            recipients: Who may receive
            recipients.entries: Every recipient
            recipients.entries[].code: The official code
            recipients.entries[].name: The organisation's name, in Swedish
            recipients.entries[].organisationNumber: The legal person that requisitions
            recipients.organisationNumbersSource: Where the organisation numbers are from, needed before the version is proposed
            tables: What keys and control totals look up by recipient
            tables[].id: What keys and control totals call it
            tables[].title: As explanations name a value of it, in Swedish
            tables[].date: The day that the figures are of
            tables[].status: Whether the figures are official; they are when it is left out
            tables[].reference: Imported reference data, whose version, source, date, status and content are put in here; then the table holds nothing else
            tables[].reference.table: The imported table's name
            tables[].reference.version: Its version; the newest when left out
            tables[].values: A whole number by recipient. One of values, classes, named and reference
            tables[].classes: A rural class by municipality, for those that are rural
            tables[].named: The recipients that are named
            procedures: The procedures that are paid by the operation
            procedures[].code: What deliveries call it
            procedures[].name: One of them, in Swedish
            procedures[].plural: Several of them, in Swedish
            pots: The parts that the grant consists of
            pots[].id: The pot's name
            pots[].key: How the pot is divided
            pots[].amount: In whole kronor; with closedBy, for a pot that is appropriated
            pots[].derivedFrom: The pot whose remaining funds it hands out; with percent
            pots[].percent: How much of them, in percent
            pots[].closedBy: The deadlines that must have passed before it is closed
            pots[].for: Which recipients it is for; all when left out
            pots[].key(UNIT_PRICE_WITH_CAP).rates: Kronor for each operation, by procedure
            pots[].key(UNIT_PRICE_WITH_CAP).caps: The table of the most that each recipient can earn
            pots[].key(TOP_RANKED).procedure: Whose operations per inhabitant rank the recipients
            pots[].key(TOP_RANKED).places: How many share
            pots[].key(TOP_RANKED).population: The table of inhabitants
            pots[].key(TOP_RANKED).weights: The table by which those that share are weighed
            pots[].key(FIXED_TABLE).amounts: The table of shares in whole kronor
            pots[].key(RURAL_CLASSES).classes: The table of rural classes by municipality
            pots[].key(RURAL_CLASSES).population: The table of inhabitants by municipality
            pots[].key(RURAL_CLASSES).weights: What one inhabitant of each class weighs
            pots[].key(RURAL_CLASSES).weights{}.amount: The weight, a whole number
            deadlines: Every last day
            deadlines[].id: The deadline's name
            deadlines[].kind: What it closes
            deadlines[].dueDate: The last day, to its end in Swedish time
            deadlines[].month: The month that a monthly report is about
            interpretations: What is assumed where no source says, with the choice made
            interpretations[].id: Its name, such as I-R5
            interpretations[].value: The choice made
            controlTotals: What the parts must come to; a definition that does not is refused
            controlTotals.pots: The sum of the pots that are appropriated
            controlTotals.frame: As frame
            controlTotals.ownCost: As ownCost
            controlTotals.recipients: How many there are
            controlTotals.tables: Tables that must sum to a pot
            controlTotals.tables[].table: The table
            controlTotals.tables[].pot: The pot
            controlTotals.tables[].factors: Tables whose product must reproduce it to the krona
            conditions: What recipients must fulfil
            conditions[].id: The condition's name
            conditions[].effect: What follows while it is not fulfilled
            repayment: When money is to be paid back
            repayment.grounds: Each ground
            repayment.grounds[].id: The ground's name
            repayment.waiver: When the agency may waive; left out where nothing is stated
            repayment.appeal: Whether a decision can be appealed; left out where nothing is stated
            followUp: What recipients hand in afterwards; its last day is the deadline of kind FOLLOW_UP
            followUp.opensOn: The first day for reports
            followUp.opensOn.date: That day
            followUp.parts: What a report is made of
            followUp.parts[].part: The kind of thing that is asked for
            followUp.activityPlans: Recipients split what they received into activities with costs; left out where no source says so
            followUp.activityPlans.objectCodes: What recipients book their costs on, where a source names it
            followUp.activityPlans.objectCodes[].recipient: Whose it is
            followUp.activityPlans.objectCodes[].code: The code in its accounts
            followUp.survey: What is asked of regions and of RSS; its last day is the deadline of kind SURVEY; left out where there is none
            followUp.survey.opensOn: The first day for answers
            followUp.survey.opensOn.date: That day
            governmentReports: What the agency reports to the government or its offices
            governmentReports[].report: What it tells of
            governmentReports[].when: In words when it is due, where the source names no day
            governmentReports[].deadlines: The deadlines, of kind CALENDAR, by which it is due
            """;

    /** By path or {@code *.name}. */
    static final Map<String, String> ALL = read();

    private FieldDescriptions() {}

    private static Map<String, String> read() {
        Map<String, String> all = new LinkedHashMap<>();
        LINES.lines().forEach(line -> {
            int end = line.indexOf(": ");
            all.put(line.substring(0, end), line.substring(end + 2));
        });
        return all;
    }
}
