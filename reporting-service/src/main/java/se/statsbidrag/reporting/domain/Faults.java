package se.statsbidrag.reporting.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All faults of one request: the first {@value #SHOWN}, and how many more there are. */
public final class Faults {
    public static final int SHOWN = 100;

    private final List<DeliveryFault> first = new ArrayList<>();
    private int more;

    public void add(@Nullable Integer row, String field, String value, String fault, String action) {
        if (first.size() < SHOWN) {
            first.add(new DeliveryFault(row, field, value, fault, action));
        } else {
            more = Math.addExact(more, 1);
        }
    }

    public boolean isEmpty() {
        return first.isEmpty();
    }

    /** The first {@value #SHOWN}, in the order of the request. */
    public List<DeliveryFault> first() {
        return List.copyOf(first);
    }

    /** How many there are beyond the first. */
    public int more() {
        return more;
    }
}
