package se.statsbidrag.events.access;

import java.util.Optional;
import java.util.stream.Stream;

/** What a person may be allowed to do for an organisation; the rows of the table of permissions, under their names there. */
public enum Permission {
    BEGIN_CASE("Påbörja ett ärende"),
    FILL_IN("Fylla i uppgifter"),
    CHANGE_CONTENT("Ändra uppgifter"),
    CHANGE_CONTACT("Ändra kontaktperson"),
    SUBMIT_CASE("Skicka in ärende"),
    INVITE_DEPUTY("Bjuda in representant"),
    INVITE_DATA_COORDINATOR("Bjuda in uppgiftssamordnare"),
    CHANGE_OWN_CONTACT("Ändra Mina kontaktuppgifter"),
    ALL_GRANTS("Har automatisk behörighet i alla bidrag"),
    REMOVE_DEPUTY("Ta bort representant"),
    REMOVE_DATA_COORDINATOR("Ta bort uppgiftssamordnare"),
    REMOVE_OWN_ACCOUNT("Ta bort eget konto"),
    REMOVE_ORGANISATION("Ta bort organisation");

    private final String action;

    Permission(String action) {
        this.action = action;
    }

    /** Its Swedish name in the table. */
    public String action() {
        return action;
    }

    static Optional<Permission> named(String action) {
        return Stream.of(values())
                .filter(permission -> permission.action.equals(action))
                .findFirst();
    }
}
