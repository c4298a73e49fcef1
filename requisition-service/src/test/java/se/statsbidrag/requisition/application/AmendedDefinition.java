package se.statsbidrag.requisition.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinitionReader;

/** The shipped definition as another programme's, and as amended by the government: whole in both. */
public final class AmendedDefinition {
    private static final String SHIPPED = shipped();

    private AmendedDefinition() {}

    /** The shipped definition under another name. */
    public static String of(String programme, int version) {
        return SHIPPED.replaceFirst("id: korta-vardkoerna-2025", "id: " + programme)
                .replaceFirst("\nversion: [0-9]+", "\nversion: " + version);
    }

    /** The same with 21 kronor more in the pot of equal shares, taken from the agency's own cost. */
    public static String withMore(String programme, int version) {
        return of(programme, version)
                .replaceAll("\\b100000000\\b", "100000021")
                .replaceAll("\\b497000000\\b", "497000021")
                .replaceAll("\\b3000000\\b", "2999979");
    }

    /** Reads one. */
    public static ProgrammeDefinition read(String text) {
        return ProgrammeDefinitionReader.read(DefinitionFile.yaml(text).tree()).orThrow();
    }

    private static String shipped() {
        try (InputStream in = AmendedDefinition.class.getResourceAsStream("/programmes/korta-vardkoerna-2025.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
