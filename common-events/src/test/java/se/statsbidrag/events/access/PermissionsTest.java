package se.statsbidrag.events.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of the agency's table is a case. */
class PermissionsTest {
    private static final String TABLE = read();
    private static final Permissions PERMISSIONS = Permissions.ofTheAgency();

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/representative-permissions.csv", useHeadersInDisplayName = true)
    void whoMayDoWhat(String action, String representative, String deputy, String dataCoordinator) {
        Permission permission = Permission.named(action).orElseThrow();

        assertThat(PERMISSIONS.allows(MandateRole.REPRESENTATIVE, permission)).isEqualTo(representative.equals("Ja"));
        assertThat(PERMISSIONS.allows(MandateRole.DEPUTY, permission)).isEqualTo(deputy.equals("Ja"));
        assertThat(PERMISSIONS.allows(MandateRole.DATA_COORDINATOR, permission))
                .isEqualTo(dataCoordinator.equals("Ja"));
    }

    @Test
    void theTableHasEveryActionOnceAndNobodyElseMayAnything() {
        assertThat(TABLE.lines()).hasSize(1 + Permission.values().length);
        assertThat(PERMISSIONS.allows(new Power.Never(), Permission.CHANGE_OWN_CONTACT))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Skicka in ärende,Ja,Ja,Kanske",
                "Skicka in ärende,Ja,Ja",
                "Dansa,Ja,Ja,Ja",
                "Skicka in ärende,Ja,Ja,Nej,Ja"
            })
    void aTableThatSaysSomethingElseIsRefused(String line) {
        String wrong = TABLE.replace("Skicka in ärende,Ja,Ja,Nej", line);

        assertThatThrownBy(() -> Permissions.of(wrong)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Permissions.of("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Permissions.of(TABLE.replace("Skicka in ärende,Ja,Ja,Nej\n", "")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String read() {
        try (InputStream in = PermissionsTest.class.getResourceAsStream("/representative-permissions.csv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
