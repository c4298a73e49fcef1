package se.statsbidrag.requisition.web.desk;

import jakarta.enterprise.context.RequestScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.access.Role;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.pages.Form;
import se.statsbidrag.requisition.api.Lookup;
import se.statsbidrag.requisition.application.Mandates;
import se.statsbidrag.requisition.application.StoredMandate;
import se.statsbidrag.requisition.domain.Mandate;
import se.statsbidrag.requisition.read.MandateHistoryView;
import se.statsbidrag.requisition.web.desk.DeskRows.MandateRow;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.OrganisationNumber;

/** Puts together what the desk shows of mandates: who waits for one, and one organisation's. */
@RequestScoped
public class MandatePages {
    private final Lookup lookup;
    private final Programmes programmes;
    private final Mandates mandates;
    private final CurrentCaller current;
    private final Words words;

    MandatePages(Lookup lookup, Programmes programmes, Mandates mandates, CurrentCaller current, Words words) {
        this.lookup = lookup;
        this.programmes = programmes;
        this.mandates = mandates;
        this.current = current;
        this.words = words;
    }

    DeskRows.Mandates waiting(String done) {
        Map<OrganisationNumber, String> names = names();
        List<MandateRow> rows = lookup.organisations().keySet().stream()
                .map(mandates::load)
                .flatMap(stored -> stored.mandate().waiting().stream()
                        .map(application -> new MandateRow(
                                stored.organisation().value(),
                                names.getOrDefault(
                                        stored.organisation(),
                                        stored.organisation().value()),
                                application.receivedAt(),
                                stored.mandate().inForce().isPresent())))
                .sorted(Comparator.comparing(MandateRow::appliedAt))
                .toList();
        return new DeskRows.Mandates(rows, words.done(done));
    }

    DeskRows.MandatePage page(String number, String done, Form form) {
        OrganisationNumber organisation = lookup.organisation(number);
        StoredMandate stored = mandates.load(organisation);
        Mandate.@Nullable Application waiting = stored.mandate().waiting().orElse(null);
        return new DeskRows.MandatePage(
                number,
                names().getOrDefault(organisation, number),
                waiting != null,
                waiting != null && waiting.applicant().equals(current.get().subject()),
                waiting == null ? null : waiting.receivedAt(),
                stored.mandate().inForce().isPresent(),
                stored.mandate()
                        .inForce()
                        .map(holding -> holding.delegates().size())
                        .orElse(0),
                stored.version(),
                MandateHistoryView.of(stored).events().stream()
                        .map(event -> new DeskRows.MandateEvent(
                                event.position(), event.title(), event.recordedAt(), event.reason()))
                        .toList(),
                current.get().is(Role.OFFICER),
                words.done(done),
                form);
    }

    /** Names of the recipients that each organisation stands behind. */
    private Map<OrganisationNumber, String> names() {
        return programmes.current().programmes().stream()
                .flatMap(programme -> programme.definition().recipients().stream())
                .filter(recipient -> recipient.organisationNumber() != null)
                .collect(Collectors.groupingBy(
                        Recipient::organisationNumber,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Recipient::name, Collectors.toCollection(TreeSet::new)),
                                each -> String.join(", ", each))));
    }
}
