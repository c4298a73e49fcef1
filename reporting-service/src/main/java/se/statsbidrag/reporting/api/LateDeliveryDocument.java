package se.statsbidrag.reporting.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.reporting.application.LateDelivery;
import se.statsbidrag.reporting.domain.LateDeliveryId;
import se.statsbidrag.reporting.domain.LateDeliveryState;
import se.statsbidrag.rules.programme.DeadlineDay;

/** Late deliveries as the contract shows them. */
final class LateDeliveryDocument {
    private LateDeliveryDocument() {}

    /**
     * A delivery that came after a programme's cut-off.
     *
     * @param id names it in the admission's and the decline's address
     * @param deadline the name of the programme's delivery cut-off
     * @param dueDate the last day in force
     * @param daysLate how many days after that it came, from 1
     * @param cells how many cells it has
     * @param reason of the proposal, the admission or the refusal; left out while it waits
     * @param proposedBy opaque id of who proposed to let it in; left out unless it is proposed
     * @param proposal the position of that proposal; left out unless it is proposed
     * @param log and {@code position}: the last event about it
     * @param simulation ready to post to the plan's simulations: what letting it in would change; left out once it is
     *     settled
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Late(
            String id,
            String programme,
            String reporter,
            String month,
            int revision,
            Instant receivedAt,
            Instant recordedAt,
            String deadline,
            LocalDate dueDate,
            long daysLate,
            int cells,
            LateDeliveryState state,
            @Nullable String reason,
            @Nullable String proposedBy,
            @Nullable Long proposal,
            String log,
            long position,
            @Nullable Simulation simulation) {}

    /** What to assume. */
    record Simulation(List<Fact> facts) {}

    /** An event to assume, as the log would name and shape it. */
    record Fact(String type, Admitted data) {}

    /** The admission of a late delivery. */
    record Admitted(String programme, String reporter, String month, int revision, String reason) {}

    /** One page of late deliveries. */
    record LateArrivals(List<Late> lateArrivals, int page, int limit, long total) {}

    /** @param persons whether the reader may see who proposed it */
    static Late of(LateDelivery late, boolean persons) {
        LateDeliveryId id = late.id();
        boolean proposed = late.state() == LateDeliveryState.PROPOSED;
        return new Late(
                id.toString(),
                id.programme().value(),
                id.key().reporter().value(),
                id.key().month().toString(),
                id.revision(),
                late.receivedAt(),
                late.recordedAt(),
                late.cutOff().deadline().value(),
                late.cutOff().dueDate(),
                daysLate(late),
                late.cells(),
                late.state(),
                late.reason(),
                persons ? late.proposedBy() : null,
                proposed ? late.event().position() : null,
                late.event().log(),
                late.event().position(),
                proposed || late.state() == LateDeliveryState.WAITING ? simulation(id) : null);
    }

    private static Simulation simulation(LateDeliveryId id) {
        return new Simulation(List.of(new Fact(
                "delivery-admitted",
                new Admitted(
                        id.programme().value(),
                        id.key().reporter().value(),
                        id.key().month().toString(),
                        id.revision(),
                        ""))));
    }

    private static long daysLate(LateDelivery late) {
        ZonedDateTime arrived = late.receivedAt().atZone(DeadlineDay.SWEDEN);
        return ChronoUnit.DAYS.between(late.cutOff().dueDate(), arrived.toLocalDate());
    }
}
