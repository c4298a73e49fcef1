package se.statsbidrag.pages;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import se.statsbidrag.events.quarkus.Positions;

/** Where pages show nothing but this service's own read models: how far those have come. */
@DefaultBean
@ApplicationScoped
public class ShownReadModels implements Shown {
    private final Positions positions;

    ShownReadModels(Positions positions) {
        this.positions = positions;
    }

    @Override
    public String current() {
        return positions.current();
    }
}
