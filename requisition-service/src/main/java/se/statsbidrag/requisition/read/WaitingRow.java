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
import se.statsbidrag.requisition.domain.WaitingItem.WaitsFor;

/** A line of the list of what waits for an officer. */
@Entity
@Table(name = "waiting")
@IdClass(WaitingRow.Key.class)
public class WaitingRow extends PanacheEntityBase {

    /** One row per event that brought it. */
    public record Key(String programme, String recipient, long version) implements Serializable {}

    @Id
    public String programme = "";

    @Id
    public String recipient = "";

    @Id
    public long version;

    @Enumerated(EnumType.STRING)
    @Column(name = "waits_for")
    public WaitsFor waitsFor = WaitsFor.APPROVAL;

    public Instant since = Instant.EPOCH;

    @Column(name = "case_number")
    public String caseNumber = "";

    public String log = "";
    public long position;
}
