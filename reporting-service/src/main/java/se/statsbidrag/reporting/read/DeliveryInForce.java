package se.statsbidrag.reporting.read;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A reporter's delivery of a month that is in force for statistics, as the projection left it. */
@Entity
@Immutable
@NullUnmarked
@Table(name = "delivery_in_force")
@IdClass(DeliveryInForce.Key.class)
public class DeliveryInForce extends PanacheEntityBase {
    @Id
    public String reporter;

    @Id
    public LocalDate month;

    public int revision;
    public int cells;

    @Column(name = "received_at")
    public Instant receivedAt;

    @Column(name = "recorded_at")
    public Instant recordedAt;

    public String log;
    public long position;

    /** What tells deliveries apart. */
    public record Key(String reporter, LocalDate month) implements Serializable {}

    /** The deliveries of a reporter, of a month, or all; the latest recorded first. */
    public static PanacheQuery<DeliveryInForce> latestFirst(@Nullable String reporter, @Nullable LocalDate month) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        if (reporter != null) {
            conditions.add("reporter = :reporter");
            parameters.put("reporter", reporter);
        }
        if (month != null) {
            conditions.add("month = :month");
            parameters.put("month", month);
        }
        Sort order = Sort.descending("recordedAt", "position");
        return conditions.isEmpty() ? findAll(order) : find(String.join(" and ", conditions), order, parameters);
    }
}
