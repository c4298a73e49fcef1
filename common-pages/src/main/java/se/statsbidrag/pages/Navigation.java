package se.statsbidrag.pages;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    DECISIONS(
            "Beslut",
            "Decisions",
            Service.MONEY,
            "/decisions",
            Role.OFFICER,
            Role.DECISION_MAKER,
            Role.ECONOMIST,
            Role.AUDITOR),
    FOLLOW_UP(
            "Uppföljning",
            "Follow-up",
            Service.OVERVIEW,
            "/follow-up",
            Role.REPRESENTATIVE,
            Role.DEPUTY,
            Role.DATA_COORDINATOR,
            Role.OFFICER,
            Role.DECISION_MAKER,
            Role.ECONOMIST,
            Role.AUDITOR),
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
        List<Navigation> open =
                Arrays.stream(values()).filter(place -> caller.is(place.roles)).toList();
        Optional<Navigation> current = open.stream()
                .filter(place -> place.nearness(here) > 0)
                .max(Comparator.comparingInt(place -> place.nearness(here)));
        return open.stream()
                .map(place -> new Entry(
                        place.swedish,
                        place.english,
                        place.service.address(places) + place.path,
                        current.filter(place::equals).isPresent()))
                .toList();
    }

    /** How much of the path says that the page belongs here; 0 when it does not. */
    private int nearness(String here) {
        return Stream.concat(Stream.of(service.beginning + path), also().stream())
                .filter(beginning -> here.equals(beginning) || here.startsWith(beginning + "/"))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /** Where else pages lie that belong here, as each service serves what it knows. */
    private List<String> also() {
        return switch (this) {
            case OVERVIEW -> List.of("/", "/money");
            case DESK -> List.of("/overview/late-deliveries", "/money/ties");
            case RULES -> List.of("/cases/reference-data");
            case AUDIT -> List.of("/overview/audit", "/money/audit");
            case DECISIONS ->
                List.of(
                        "/money/payments",
                        "/money/claims",
                        "/money/account",
                        "/money/outstanding",
                        "/money/payment-details");
            case MINE, MONEY, FOLLOW_UP, CALENDAR -> List.of();
        };
    }

    /**
     * A place to go to.
     *
     * @param current whether the page shown belongs to it
     */
    public record Entry(String swedish, String english, String address, boolean current) {}
}
