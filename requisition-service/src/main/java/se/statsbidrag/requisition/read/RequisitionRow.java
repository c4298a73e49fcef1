package se.statsbidrag.requisition.read;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.requisition.domain.RequisitionState;

/** A line of the list of requisitions: what it is sorted and filtered by, and the whole as JSON text. */
@Entity
@Table(name = "requisition_list")
@IdClass(RequisitionRow.Key.class)
public class RequisitionRow extends PanacheEntityBase {

    /** One row per programme and recipient. */
    public record Key(String programme, String recipient) implements Serializable {}

    @Id
    public String programme = "";

    @Id
    public String recipient = "";

    @Enumerated(EnumType.STRING)
    public RequisitionState state = RequisitionState.SUBMITTED;

    public boolean late;
    public @Nullable Long amount;

    @Column(name = "received_at")
    public Instant receivedAt = Instant.EPOCH;

    @Column(name = "recorded_at")
    public Instant recordedAt = Instant.EPOCH;

    public String document = "";
}
