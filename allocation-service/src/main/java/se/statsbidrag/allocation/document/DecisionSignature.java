package se.statsbidrag.allocation.document;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The names that stand on an issued decision. */
@Entity
@Table(name = "decision_signature")
public class DecisionSignature extends PanacheEntityBase {
    @EmbeddedId
    public Key id = new Key("", "", 0);

    @Column(name = "prepared_by")
    public String preparedBy = "";

    @Column(name = "decided_by")
    public String decidedBy = "";

    /**
     * A decision of a programme.
     *
     * @param kind PAYOUT or CLAIM
     * @param decision its number, or the claim's
     */
    @Embeddable
    public record Key(String programme, String kind, int decision) {}
}
