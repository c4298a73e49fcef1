package se.statsbidrag.reporting.read;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;
import se.statsbidrag.reporting.domain.DeliveryKey;
import se.statsbidrag.reporting.domain.LateDeliveryId;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.ReporterId;

/** A late delivery that was let in or not, as the projection left it. */
@Entity
@Immutable
@NullUnmarked
@Table(name = "delivery_admission")
@IdClass(SettledLateDelivery.Key.class)
public class SettledLateDelivery extends PanacheEntityBase {
    @Id
    public String programme;

    @Id
    public String reporter;

    @Id
    public LocalDate month;

    @Id
    public int revision;

    public boolean admitted;
    public String reason;
    public int cells;

    @Column(name = "received_at")
    public Instant receivedAt;

    @Column(name = "recorded_at")
    public Instant recordedAt;

    public String log;
    public long position;

    /** What tells them apart. */
    public record Key(String programme, String reporter, LocalDate month, int revision) implements Serializable {}

    public LateDeliveryId id() {
        return new LateDeliveryId(
                new ProgrammeId(programme), new DeliveryKey(new ReporterId(reporter), YearMonth.from(month)), revision);
    }

    public static List<SettledLateDelivery> all() {
        return listAll();
    }
}
