package se.statsbidrag.local.demo;

import se.statsbidrag.local.Screen;

/** Plays a year. */
public final class DemonstrationYear {
    private final ServiceAddresses services;
    private final Screen screen;

    public DemonstrationYear(ServiceAddresses services, Screen screen) {
        this.services = services;
        this.screen = screen;
    }

    public void play(Regime regime) {
        screen.line(regime + " " + services);
    }
}
