package se.statsbidrag.rules.fact;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.statsbidrag.rules.value.DeadlineId;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.ReporterId;

/**
 * All that one programme's plan rests on besides its definition. Neither the order of recipients nor that of deliveries,
 * scopes, deadlines or ties matters; the order of one recipient's submissions does.
 *
 * @param requisitions per recipient, its submissions in the order of the log; a recipient without any may be left out
 * @param deliveries every revision of every delivery; months and procedures that the programme does not count are passed
 *     over
 * @param scopes every reporter scope that has been put in force, replaced ones too
 * @param defaultReporter who answers for what no scope names
 * @param deadlines the deadlines in force; one that is left out is as the definition says and has not passed
 * @param ties the officers' resolutions
 * @param admissions late deliveries that were let in
 */
public record Facts(
        Map<RecipientCode, List<Submission>> requisitions,
        List<Delivery> deliveries,
        List<ReporterScope> scopes,
        ReporterId defaultReporter,
        Map<DeadlineId, DeadlineInForce> deadlines,
        List<TieResolution> ties,
        List<DeliveryAdmission> admissions) {
    public Facts {
        requisitions = requisitions.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
        deliveries = List.copyOf(deliveries);
        scopes = List.copyOf(scopes);
        deadlines = Map.copyOf(deadlines);
        ties = List.copyOf(ties);
        admissions = List.copyOf(admissions);
    }

    /** Nothing has happened yet. */
    public static Facts none(ReporterId defaultReporter) {
        return new Facts(Map.of(), List.of(), List.of(), defaultReporter, Map.of(), List.of(), List.of());
    }
}
