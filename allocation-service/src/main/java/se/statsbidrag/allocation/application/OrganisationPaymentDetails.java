package se.statsbidrag.allocation.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.PaymentDetailsSet;
import se.statsbidrag.events.access.TwoPersons;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.StreamAppend;
import se.statsbidrag.events.log.StreamName;
import se.statsbidrag.events.quarkus.Command;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Proposals;
import se.statsbidrag.rules.value.OrganisationNumber;

/** Where organisations are paid, and where the agency pays from: one person proposes, another approves. */
@ApplicationScoped
public class OrganisationPaymentDetails {
    private static final String ACT = "payment-details";
    /** A proposal's content is the event that its approval records, in this form. */
    private static final String TYPE = "payment-details-set";

    private static final int SCHEMA = 1;

    private final EventLog log;
    private final EventCodec codec;
    private final Proposals proposals;

    public OrganisationPaymentDetails(EventLog log, EventCodec codec, Proposals proposals) {
        this.log = log;
        this.codec = codec;
        this.proposals = proposals;
    }

    /** Details that are in force, and where they were set. */
    public record InForce(PaymentDetailsSet set, RecordedEvent event) {}

    /** Details that wait for a second person. */
    public record Waiting(PaymentDetailsSet set, long position, String proposer) {}

    /** Those in force for an organisation. */
    public Optional<InForce> find(OrganisationNumber organisation) {
        List<RecordedEvent> events = log.readStream(stream(organisation));
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(new InForce(
                        (PaymentDetailsSet) codec.decode(events.getLast()).event(), events.getLast()));
    }

    /** Those that wait for an organisation. */
    public Optional<Waiting> waiting(OrganisationNumber organisation) {
        Optional<TwoPersons.Open> open = proposals.open(ACT, organisation.value());
        return open.map(each -> new Waiting(decoded(each.proposal().content()), each.position(), each.proposer()));
    }

    /** All that was proposed, approved, returned and set of an organisation, in its order. */
    public List<DecodedEvent> history(OrganisationNumber organisation) {
        List<DecodedEvent> history = new ArrayList<>(proposals.history(ACT, organisation.value()));
        log.readStream(stream(organisation)).forEach(event -> history.add(codec.decode(event)));
        history.sort(Comparator.comparing(event -> event.recorded().position()));
        return history;
    }

    /** Proposes details; they take the place of what waits already. */
    public RecordedEvent propose(Command command, PaymentDetailsSet set) {
        return proposals.propose(
                command, ACT, set.organisation().value(), codec.encode(set).payload(), set.reason());
    }

    /**
     * Puts what waits in force.
     *
     * @param seen the position of the proposal that the second person saw; null when he did not say
     * @throws ProblemException 404 when nothing waits, 409 for the person who proposed it
     */
    public RecordedEvent approve(Command command, OrganisationNumber organisation, @Nullable Long seen, String reason) {
        StreamName stream = stream(organisation);
        long version = log.readStream(stream).size();
        return proposals.approve(
                command,
                ACT,
                organisation.value(),
                seen,
                reason,
                content -> List.of(new StreamAppend(stream, version, List.of(decoded(content)))));
    }

    /** Returns what waits. */
    public RecordedEvent giveBack(
            Command command, OrganisationNumber organisation, @Nullable Long seen, String reason) {
        return proposals.giveBack(command, ACT, organisation.value(), seen, reason);
    }

    /** What a proposal's content says. */
    public PaymentDetailsSet decoded(String content) {
        return (PaymentDetailsSet) codec.decode(TYPE, SCHEMA, content);
    }

    private static StreamName stream(OrganisationNumber organisation) {
        return new StreamName("payment-details/" + organisation);
    }
}
