package se.statsbidrag.reporting.read.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.statsbidrag.events.DelegateInvited;
import se.statsbidrag.events.DelegateRemoved;
import se.statsbidrag.events.RepresentativeApproved;
import se.statsbidrag.events.RepresentativeWithdrawn;
import se.statsbidrag.events.access.MandateRole;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.inbox.Projection;
import se.statsbidrag.reporting.application.followup.Recipients.MandateBook;
import se.statsbidrag.rules.value.OrganisationNumber;

/** Who acts for whom, as the log {@code requisitions} tells it: as new as this service has read. */
@ApplicationScoped
public class FollowedMandates implements Projection, MandateBook {
    private final EntityManager database;

    FollowedMandates(EntityManager database) {
        this.database = database;
    }

    @Override
    public Set<String> logs() {
        return Set.of("requisitions");
    }

    @Override
    public void apply(String log, List<DecodedEvent> events) {
        for (DecodedEvent each : events) {
            switch (each.event()) {
                case RepresentativeApproved it -> {
                    end(it.organisationNumber());
                    holds(
                            it.organisationNumber(),
                            it.representative(),
                            MandateRole.REPRESENTATIVE,
                            it.representative());
                }
                case RepresentativeWithdrawn it -> withdrawn(it);
                case DelegateInvited it ->
                    holds(
                            it.mandate().organisationNumber(),
                            it.person(),
                            MandateRole.of(it.role()),
                            it.mandate().representative());
                case DelegateRemoved it ->
                    database.createNativeQuery("delete from mandate_holding where organisation = :organisation"
                                    + " and person = :person and role <> 'REPRESENTATIVE'")
                            .setParameter(
                                    "organisation",
                                    it.mandate().organisationNumber().value())
                            .setParameter("person", it.person())
                            .executeUpdate();
                default -> {
                    // It says nothing of mandates.
                }
            }
        }
    }

    @Override
    public void reset() {
        database.createNativeQuery("delete from mandate_holding").executeUpdate();
    }

    @Override
    @Transactional
    public Optional<Held> held(OrganisationNumber organisation, String person) {
        List<?> rows = database.createNativeQuery(
                        "select role, representative from mandate_holding"
                                + " where organisation = :organisation and person = :person",
                        Tuple.class)
                .setParameter("organisation", organisation.value())
                .setParameter("person", person)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .findFirst()
                .map(row -> new Held(
                        MandateRole.valueOf(row.get("role", String.class)), row.get("representative", String.class)));
    }

    /** An application's end changes nothing; a mandate's ends what rests on it. */
    private void withdrawn(RepresentativeWithdrawn event) {
        boolean inForce = held(event.organisationNumber(), event.representative())
                .filter(held -> held.role() == MandateRole.REPRESENTATIVE)
                .isPresent();
        if (inForce) {
            end(event.organisationNumber());
        }
    }

    private void end(OrganisationNumber organisation) {
        database.createNativeQuery("delete from mandate_holding where organisation = :organisation")
                .setParameter("organisation", organisation.value())
                .executeUpdate();
    }

    private void holds(OrganisationNumber organisation, String person, MandateRole role, String representative) {
        database.createNativeQuery("""
                        insert into mandate_holding (organisation, person, role, representative)
                        values (:organisation, :person, :role, :representative)
                        on conflict (organisation, person)
                            do update set role = excluded.role, representative = excluded.representative
                        """)
                .setParameter("organisation", organisation.value())
                .setParameter("person", person)
                .setParameter("role", role.name())
                .setParameter("representative", representative)
                .executeUpdate();
    }
}
