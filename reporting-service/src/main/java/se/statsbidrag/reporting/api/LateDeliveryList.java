package se.statsbidrag.reporting.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.statsbidrag.events.log.Transactions;
import se.statsbidrag.reporting.application.LateDeliveries;
import se.statsbidrag.reporting.application.LateDelivery;
import se.statsbidrag.reporting.application.Reporting;
import se.statsbidrag.reporting.domain.CutOff;
import se.statsbidrag.reporting.domain.DeliveryKey;
import se.statsbidrag.reporting.domain.LateDeliveryId;
import se.statsbidrag.reporting.domain.LateDeliveryState;
import se.statsbidrag.reporting.read.DeliveryInForce;
import se.statsbidrag.reporting.read.SettledLateDelivery;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.ReporterId;

/** All deliveries that came after a programme's cut-off in force; late is derived, never stored. */
@ApplicationScoped
class LateDeliveryList {
    private static final Comparator<LateDelivery> OLDEST_FIRST =
            Comparator.comparing(LateDelivery::receivedAt).thenComparing(LateDelivery::id);

    private final Reporting reporting;
    private final LateDeliveries deliveries;
    private final Transactions transactions;

    LateDeliveryList(Reporting reporting, LateDeliveries deliveries, Transactions transactions) {
        this.reporting = reporting;
        this.deliveries = deliveries;
        this.transactions = transactions;
    }

    List<LateDelivery> oldestFirst() {
        List<CutOff> cutOffs = reporting.rules().cutOffs();
        return transactions.inTransaction(() -> {
            List<SettledLateDelivery> settled = SettledLateDelivery.all();
            Set<LateDeliveryId> known = new HashSet<>();
            settled.forEach(each -> known.add(each.id()));
            List<LateDelivery> late = new ArrayList<>();
            for (CutOff cutOff : cutOffs) {
                settled.stream()
                        .filter(each ->
                                each.id().programme().equals(cutOff.programme()) && cutOff.passedBy(each.receivedAt))
                        .forEach(each -> late.add(settled(each, cutOff)));
                DeliveryInForce.latestFirst(null, null).list().stream()
                        .filter(each -> cutOff.holds(YearMonth.from(each.month)) && cutOff.passedBy(each.receivedAt))
                        .map(each -> waiting(each, cutOff))
                        .filter(each -> !known.contains(each.id()))
                        .forEach(each -> late.add(deliveries.withProposal(each)));
            }
            late.sort(OLDEST_FIRST);
            return late;
        });
    }

    private static LateDelivery waiting(DeliveryInForce delivery, CutOff cutOff) {
        return new LateDelivery(
                new LateDeliveryId(
                        cutOff.programme(),
                        new DeliveryKey(new ReporterId(delivery.reporter), YearMonth.from(delivery.month)),
                        delivery.revision),
                cutOff,
                delivery.receivedAt,
                delivery.recordedAt,
                delivery.cells,
                LateDeliveryState.WAITING,
                null,
                null,
                new EventReference(delivery.log, delivery.position));
    }

    private static LateDelivery settled(SettledLateDelivery row, CutOff cutOff) {
        return new LateDelivery(
                row.id(),
                cutOff,
                row.receivedAt,
                row.recordedAt,
                row.cells,
                row.admitted ? LateDeliveryState.ADMITTED : LateDeliveryState.DECLINED,
                row.reason,
                null,
                new EventReference(row.log, row.position));
    }
}
