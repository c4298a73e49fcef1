package se.statsbidrag.rules.programme;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.value.ConditionId;
import se.statsbidrag.rules.value.DeadlineId;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.Procedure;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.TableId;
import se.statsbidrag.rules.value.TableStatus;

/**
 * One grant for one year or round, as its definition file says. Made by {@link ProgrammeDefinitionReader}, which checks
 * it, so that ids referred to exist and the control totals hold.
 *
 * @param id the programme's name
 * @param version counts up with every change of the definition, from 1
 * @param hash SHA-256 of the canonical text of the file, 64 hexadecimal digits
 * @param title what it is called
 * @param decision the government's decision
 * @param caseNumberSeries the agency's case numbers
 * @param frame the most that the programme may cost (R-K1)
 * @param ownCost the most that the agency may use itself (R-K1)
 * @param requisition what a requisition holds
 * @param period the months that it is about; where operations count, those whose operations do
 * @param recipients who may receive, by code ascending
 * @param recipientsSource where the recipients are stated
 * @param organisationNumbersSource where their organisation numbers are stated; null when they have none
 * @param tables reference tables
 * @param procedures the operations that count
 * @param pots in the order of the definition, a source pot before those derived from it
 * @param deadlines in the order of the definition
 * @param conditions what recipients must meet, in the order of the definition
 * @param repayment when money is to be paid back
 * @param followUp what is handed in afterwards; null in definitions of before it was stated
 * @param governmentReports what the agency reports itself, in the order of the definition; none in definitions of before
 *     they were stated
 * @param interpretations in the order of the definition
 * @param totals what the control totals are compared with
 */
public record ProgrammeDefinition(
        ProgrammeId id,
        int version,
        String hash,
        Title title,
        GovernmentDecision decision,
        CaseNumberSeries caseNumberSeries,
        SourcedAmount frame,
        SourcedAmount ownCost,
        RequisitionRules requisition,
        Period period,
        List<Recipient> recipients,
        String recipientsSource,
        @Nullable String organisationNumbersSource,
        List<ReferenceTable> tables,
        List<ProcedureDefinition> procedures,
        List<PotDefinition> pots,
        List<DeadlineDefinition> deadlines,
        List<Condition> conditions,
        Repayment repayment,
        @Nullable FollowUp followUp,
        List<GovernmentReport> governmentReports,
        List<Interpretation> interpretations,
        StatedTotals totals) {
    public ProgrammeDefinition {
        recipients = recipients.stream()
                .sorted(Comparator.comparing(Recipient::code))
                .toList();
        tables = List.copyOf(tables);
        procedures = List.copyOf(procedures);
        pots = List.copyOf(pots);
        deadlines = List.copyOf(deadlines);
        conditions = List.copyOf(conditions);
        governmentReports = List.copyOf(governmentReports);
        interpretations = List.copyOf(interpretations);
    }

    /** Who sets the amount of a requisition. */
    public AmountSetBy amountSetBy() {
        return requisition.amountSetBy();
    }

    /** Those that a pot is for, by code ascending. */
    public List<RecipientCode> recipientsOf(PotDefinition pot) {
        return recipients.stream().map(Recipient::code).filter(pot::isFor).toList();
    }

    public Optional<Condition> condition(ConditionId condition) {
        return conditions.stream().filter(each -> each.id().equals(condition)).findFirst();
    }

    public Optional<Recipient> recipient(RecipientCode code) {
        return recipients.stream()
                .filter(recipient -> recipient.code().equals(code))
                .findFirst();
    }

    public Optional<PotDefinition> pot(PotId pot) {
        return pots.stream().filter(each -> each.id().equals(pot)).findFirst();
    }

    public Optional<ProcedureDefinition> procedure(Procedure code) {
        return procedures.stream()
                .filter(procedure -> procedure.code().equals(code))
                .findFirst();
    }

    public Optional<DeadlineDefinition> deadline(DeadlineId deadline) {
        return deadlines.stream().filter(each -> each.id().equals(deadline)).findFirst();
    }

    /** The report of a kind; empty where no source asks for it. */
    public Optional<GovernmentReport> governmentReport(GovernmentReport.Kind kind) {
        return governmentReports.stream().filter(each -> each.kind() == kind).findFirst();
    }

    public Optional<Interpretation> interpretation(String number) {
        return interpretations.stream().filter(each -> each.id().equals(number)).findFirst();
    }

    public Optional<ReferenceTable> findTable(TableId table) {
        return tables.stream().filter(each -> each.id().equals(table)).findFirst();
    }

    /** Swedish titles of the tables whose figures are made up for demonstration. */
    public List<String> syntheticTables() {
        return tables.stream()
                .filter(table -> table.status() == TableStatus.SYNTHETIC)
                .map(ReferenceTable::title)
                .toList();
    }

    /** @throws IllegalArgumentException when there is no such table */
    public ReferenceTable table(TableId table) {
        return findTable(table)
                .orElseThrow(() -> new IllegalArgumentException("programme " + id + " has no table " + table));
    }

    /** The one deadline of a kind of which a programme has one at most; the control totals see to it. */
    public Optional<DeadlineDefinition> onlyDeadline(DeadlineKind kind) {
        return deadlines.stream().filter(each -> each.kind() == kind).findFirst();
    }

    /** The pots that hand out what this one leaves, in the definition's order. */
    public List<PotDefinition> derivedFrom(PotId source) {
        return pots.stream()
                .filter(pot -> pot.funding() instanceof PotDefinition.RemainderOf remainder
                        && remainder.pot().equals(source))
                .toList();
    }
}
