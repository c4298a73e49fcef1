package se.statsbidrag.requisition.read;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import se.statsbidrag.requisition.domain.LateArrivalState;

/** A line of the list of late arrivals: what it is sorted and filtered by, and the whole as JSON text. */
@Entity
@Table(name = "late_arrival")
public class LateArrivalRow extends PanacheEntityBase {

    @Id
    public String id = "";

    public String programme = "";
    public String recipient = "";

    @Enumerated(EnumType.STRING)
    public LateArrivalState state = LateArrivalState.WAITING;

    @Column(name = "received_at")
    public Instant receivedAt = Instant.EPOCH;

    public String document = "";
}
