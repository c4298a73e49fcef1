package se.statsbidrag.reporting.read;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.ZoneOffset;
import se.statsbidrag.events.deadline.DeadlineInForce;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.rules.programme.DeadlineKind;

/** Deliveries that came after a programme's cut-off in force, and that nobody has let in or not (I-K6). */
@ApplicationScoped
public class WaitingDeliveries {
    private final EntityManager database;

    WaitingDeliveries(EntityManager database) {
        this.database = database;
    }

    /** How many; none where the programme has no cut-off. */
    @Transactional
    public long count(ProgrammeInForce programme) {
        return programme
                .deadline(DeadlineKind.DELIVERY_CUT_OFF)
                .map(cutOff -> count(programme, cutOff))
                .orElse(0L);
    }

    private long count(ProgrammeInForce programme, DeadlineInForce cutOff) {
        return ((Number) database.createNativeQuery("""
                        select count(*) from delivery_in_force delivery
                        where month between :from and :to and received_at >= :ends
                          and not exists (
                              select 1 from delivery_admission settled
                              where settled.programme = :programme and settled.reporter = delivery.reporter
                                and settled.month = delivery.month and settled.revision = delivery.revision)
                        """, Long.class)
                        .setParameter(
                                "from", programme.definition().period().from().atDay(1))
                        .setParameter("to", programme.definition().period().to().atDay(1))
                        .setParameter("ends", cutOff.end().atOffset(ZoneOffset.UTC))
                        .setParameter("programme", programme.id().value())
                        .getSingleResult())
                .longValue();
    }
}
