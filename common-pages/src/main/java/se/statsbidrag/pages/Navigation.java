package se.statsbidrag.pages;

import java.util.Arrays;
import java.util.List;
import se.statsbidrag.events.access.Caller;
import se.statsbidrag.events.access.Role;

/** The one navigation: each service's pages, for whom they are. */
enum Navigation {
    OVERVIEW(
            "Översikt",
            "Overview",
            Service.OVERVIEW,
            "",
            Role.OFFICER,
            Role.DECISION_MAKER,
            Role.ECONOMIST,
            Role.AUDITOR,
            Role.OPERATOR,
            Role.READER),
    MINE("Mina ärenden", "My cases", Service.CASES, "/mine", Role.REPRESENTATIVE, Role.DEPUTY, Role.DATA_COORDINATOR),
    MONEY("Mina medel", "My money", Service.MONEY, "", Role.REPRESENTATIVE, Role.DEPUTY, Role.DATA_COORDINATOR),
    DESK("Handläggning", "Desk", Service.CASES, "/desk", Role.OFFICER, Role.DECISION_MAKER),
    CALENDAR(
            "Bidragskalender",
            "Calendar",
            Service.CASES,
            "/calendar",
            Role.REPRESENTATIVE,
            Role.DEPUTY,
            Role.DATA_COORDINATOR,
            Role.OFFICER,
            Role.DECISION_MAKER,
            Role.ECONOMIST,
            Role.AUDITOR,
            Role.OPERATOR),
    RULES(
            "Regler",
            "Rules",
            Service.CASES,
            "/programmes",
            Role.OFFICER,
            Role.DECISION_MAKER,
            Role.ECONOMIST,
            Role.AUDITOR),
    AUDIT("Granskning", "Audit", Service.CASES, "/audit", Role.AUDITOR, Role.OPERATOR);

    private enum Service {
        OVERVIEW("/overview"),
        CASES("/cases"),
        MONEY("/money");

        private final String beginning;

        Service(String beginning) {
            this.beginning = beginning;
        }

        private String address(Places places) {
            return switch (this) {
                case OVERVIEW -> places.getOverview();
                case CASES -> places.getCases();
                case MONEY -> places.getMoney();
            };
        }
    }

    private final String swedish;
    private final String english;
    private final Service service;
    private final String path;
    private final Role[] roles;

    Navigation(String swedish, String english, Service service, String path, Role... roles) {
        this.swedish = swedish;
        this.english = english;
        this.service = service;
        this.path = path;
        this.roles = roles;
    }

    static List<Entry> of(Caller caller, Places places, String here) {
        return Arrays.stream(values())
                .filter(place -> caller.is(place.roles))
                .map(place -> {
                    String within = place.service.beginning + place.path;
                    boolean current = here.equals(within)
                            || here.startsWith(within + "/")
                            || place == OVERVIEW && here.equals("/");
                    return new Entry(place.swedish, place.english, place.service.address(places) + place.path, current);
                })
                .toList();
    }

    /**
     * A place to go to.
     *
     * @param current whether the page shown belongs to it
     */
    public record Entry(String swedish, String english, String address, boolean current) {}
}
