package se.statsbidrag.requisition.web.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadFaultsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                Is missing: add the field. | Fältet saknas. Lägg till det.
                Stands in line 7 already: keep one row for each recipient. | Står redan på rad 7. Behåll en rad för varje mottagare.
                Is the sum, which must be 130: correct the values. | Är summan, som ska vara 130. Rätta värdena.
                Is out of bounds: write a whole number from 1 to 1000. | Ska vara ett heltal från 1 till 1000.
                Control total 'pots-as-stated' fails: must be 497000000 kronor in the source pots, differs by 21: correct it or the stated total after the source. | Kontrollsumman pots-as-stated stämmer inte. Ska vara 497000000, men skiljer sig med 21. Rätta värdet, eller den angivna summan, efter källan.
                Is no status: send OFFICIAL or SYNTHETIC. | Välj officiell eller påhittad.
                """)
    void isSaidInSwedishWithWhatToDo(String english, String swedish) {
        assertThat(UploadFaults.swedish(english)).contains(swedish);
    }

    @Test
    void whatHasNoSwedishStaysAsItIs() {
        assertThat(UploadFaults.swedish("The moon is full: wait.")).isEmpty();
    }
}
