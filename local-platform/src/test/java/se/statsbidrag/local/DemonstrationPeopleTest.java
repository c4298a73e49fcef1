package se.statsbidrag.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DemonstrationPeopleTest {

    @Test
    void clientIdsAndSubjectsAreEachUsedOnce() {
        assertThat(DemonstrationPeople.all())
                .extracting(DemonstrationPerson::clientId)
                .doesNotHaveDuplicates();
        assertThat(DemonstrationPeople.people())
                .extracting(DemonstrationPerson::subject)
                .doesNotHaveDuplicates();
    }

    @Test
    void subjectNeverChanges() {
        assertThat(DemonstrationPeople.subject("officer-1")).isEqualTo(UUID.nameUUIDFromBytes(new byte[] {
            's', 't', 'a', 't', 's', 'b', 'i', 'd', 'r', 'a', 'g', ':', 'o', 'f', 'f', 'i', 'c', 'e', 'r', '-', '1'
        }));
    }

    @Test
    void everyOrganisationHasARepresentativeOfItsOwn() {
        List<DemonstrationPerson> representatives = DemonstrationPeople.all().stream()
                .filter(person -> person.role().equals("representative"))
                .filter(person -> !person.clientId().equals(DemonstrationPeople.WITHOUT_MANDATE))
                .toList();

        assertThat(representatives).hasSize(311);
        assertThat(representatives).filteredOn(DemonstrationPerson::municipal).hasSize(290);
        assertThat(representatives.stream()
                        .map(DemonstrationPerson::organisationNumbers)
                        .distinct())
                .hasSize(310);
        assertThat(representatives)
                .flatExtracting(DemonstrationPerson::organisationNumbers)
                .allMatch(number -> checkDigitIsRight(String.valueOf(number)));
        assertThat(DemonstrationPeople.of("representative-23").organisationNumbers())
                .containsExactly("232100-0214");
        assertThat(DemonstrationPeople.of(DemonstrationPeople.WITHOUT_MANDATE).organisationNumbers())
                .containsExactly("232100-0214");
    }

    @Test
    void gotlandIsRegionAndMunicipalityUnderOneMandate() {
        DemonstrationPerson region = DemonstrationPeople.of("representative-09");
        DemonstrationPerson municipality = DemonstrationPeople.of("representative-0980");

        assertThat(municipality.claims()).isEqualTo(region.claims());
        assertThat(DemonstrationMandates.setting().split(","))
                .hasSize(310)
                .containsOnlyOnce(region.organisationNumbers().getFirst() + "=" + region.subject());
    }

    @Test
    void onlyThoseBoundToAnOrganisationOrAReporterNameOne() {
        assertThat(DemonstrationPeople.all()).allMatch(person -> switch (person.role()) {
            case "representative", "deputy", "data-coordinator" ->
                person.organisationNumbers().size() == 1 && person.reporters().isEmpty() && !person.machine();
            case "register-feed" ->
                person.organisationNumbers().isEmpty() && person.reporters().size() == 1 && person.machine();
            case "reader", "sister-service" ->
                person.organisationNumbers().isEmpty() && person.reporters().isEmpty() && person.machine();
            default ->
                person.organisationNumbers().isEmpty() && person.reporters().isEmpty() && !person.machine();
        });
    }

    @Test
    void whoIsNotInTheListIsNobody() {
        assertThatThrownBy(() -> DemonstrationPeople.of("officer-3"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("officer-3");
    }

    /** The tenth digit of an organisation number follows from the nine before it. */
    private static boolean checkDigitIsRight(String number) {
        String digits = number.replace("-", "");
        int sum = IntStream.range(0, digits.length())
                .map(at -> (digits.charAt(at) - '0') * (at % 2 == 0 ? 2 : 1))
                .map(product -> product / 10 + product % 10)
                .sum();
        return digits.length() == 10 && sum % 10 == 0;
    }
}
