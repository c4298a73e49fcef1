package se.statsbidrag.allocation.read;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last good plan of one programme. What was never computed successfully has a reason only; what could not be
 * computed again keeps the last good plan beside the reason (architecture: truth 13).
 */
@Entity
@Table(name = "plan")
public class StoredPlan extends PanacheEntityBase {
    @Id
    public String programme = "";

    @Column(name = "programme_version")
    public @Nullable Integer programmeVersion;

    @Column(name = "definition_hash")
    public @Nullable String definitionHash;

    public @Nullable String status;

    public @Nullable String digest;

    /** Pots, recipients and ties as JSON; see {@link PlanDocument}. */
    public @Nullable String body;

    /** The log positions that the plan rests on, as JSON. */
    public String basis = "";

    @Column(name = "computed_at")
    public Instant computedAt = Instant.EPOCH;

    @Column(name = "stale_reason")
    public @Nullable String staleReason;

    /** Rises with every change of what is shown. */
    public long number;

    /** The number that was last sent to the topic {@code plans}. */
    @Column(name = "published_number")
    public long publishedNumber;
}
