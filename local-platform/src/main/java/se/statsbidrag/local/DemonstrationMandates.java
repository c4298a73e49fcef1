package se.statsbidrag.local;

import java.util.stream.Collectors;

/** The mandates that the requisition service puts in force at a local start: each organisation's demonstration representative's. */
public final class DemonstrationMandates {

    private DemonstrationMandates() {}

    /** As {@code statsbidrag.local.mandates} wants them: {@code <organisation number>=<subject>}, joined by commas. */
    public static String setting() {
        return DemonstrationPeople.all().stream()
                .filter(person -> person.role().equals("representative"))
                .filter(person -> !person.clientId().equals(DemonstrationPeople.WITHOUT_MANDATE))
                .flatMap(person -> person.organisationNumbers().stream().map(number -> number + "=" + person.subject()))
                .distinct()
                .collect(Collectors.joining(","));
    }
}
