package se.statsbidrag.allocation.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.statsbidrag.allocation.application.ClaimInvoice.Payee;
import se.statsbidrag.allocation.domain.ledger.Claim;
import se.statsbidrag.events.ClaimInvoiced;
import se.statsbidrag.events.PaymentDetailsSet;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.StreamName;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.OrganisationNumber;
import se.statsbidrag.rules.value.ProgrammeId;

/** Invoices of claims, to be paid to where the agency was paid when each was made. */
@ApplicationScoped
public class ClaimInvoices {
    private final EventLog log;
    private final EventCodec codec;
    private final String agency;
    private final OrganisationNumber organisationNumber;

    /**
     * @param agency its name
     * @param organisationNumber its organisation number, as {@code 202100-0555}
     */
    @Inject
    public ClaimInvoices(
            EventLog log,
            EventCodec codec,
            @ConfigProperty(name = "statsbidrag.agency.name") String agency,
            @ConfigProperty(name = "statsbidrag.agency.organisation-number") String organisationNumber) {
        this.log = log;
        this.codec = codec;
        this.agency = agency;
        this.organisationNumber = new OrganisationNumber(organisationNumber);
    }

    /**
     * Refuses what could not be written as an invoice afterwards.
     *
     * @throws se.statsbidrag.events.quarkus.ProblemException 409
     */
    public void requirePossible(ProgrammeDefinition definition, Claim claim) {
        if (account(Long.MAX_VALUE).isEmpty()) {
            throw Problems.conflict(
                            "It is not set where the agency is paid", "Set the agency's payment details by two persons")
                    .inSwedish("Myndighetens betalningsuppgifter är inte angivna.");
        }
        boolean numbered = definition
                .recipient(claim.event().recipient())
                .map(Recipient::organisationNumber)
                .isPresent();
        if (!numbered) {
            throw Problems.conflict(
                            "The recipient has no organisation number in the definition",
                            "Put it there in a new version of the definition")
                    .inSwedish("Mottagaren har inget organisationsnummer i bidragets regler.");
        }
    }

    /** The invoice of a claim that has one. */
    public byte[] write(ProgrammeDefinition definition, Claim claim) {
        PaymentDetailsSet account = account(
                        invoicedAt(definition.id(), claim.event().claim()))
                .orElseThrow(() -> new IllegalStateException("nowhere to pay claim " + claim.event()));
        return ClaimInvoice.write(definition, claim, new Payee(agency, organisationNumber, account.details()));
    }

    private long invoicedAt(ProgrammeId programme, int claim) {
        return log.readStream(new StreamName("ledger/" + programme)).stream()
                .filter(event ->
                        codec.decode(event).event() instanceof ClaimInvoiced invoiced && invoiced.claim() == claim)
                .mapToLong(RecordedEvent::position)
                .findFirst()
                .orElseThrow();
    }

    /** Where the agency is paid, as set last before a position. */
    private Optional<PaymentDetailsSet> account(long before) {
        return log.readStream(new StreamName("payment-details/" + organisationNumber.value())).stream()
                .filter(event -> event.position() < before)
                .reduce((first, last) -> last)
                .map(event -> (PaymentDetailsSet) codec.decode(event).event());
    }
}
