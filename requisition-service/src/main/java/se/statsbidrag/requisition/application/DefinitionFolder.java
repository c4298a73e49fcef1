package se.statsbidrag.requisition.application;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.statsbidrag.rules.value.ProgrammeId;

/** The definition files of a folder, all read before any is used. */
final class DefinitionFolder {
    private static final String ENDING = ".yaml";

    private DefinitionFolder() {}

    /** The definition files in a folder: their text by name. */
    static SortedMap<String, String> texts(Path folder) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(ENDING)).toList()) {
                texts.put(String.valueOf(file.getFileName()), Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    /**
     * The definitions in these files.
     *
     * @param texts by file name
     * @throws DefinitionsRefused naming everything that is wrong in any of them
     */
    static List<ShippedDefinition> read(SortedMap<String, String> texts) {
        List<String> refused = new ArrayList<>();
        List<ShippedDefinition> definitions = new ArrayList<>();
        Map<ProgrammeId, String> files = new HashMap<>();
        texts.forEach((name, text) -> {
            for (ShippedDefinition shipped : ShippedDefinition.read(name, text, refused)) {
                String other = files.put(shipped.definition().id(), name);
                if (other != null) {
                    refused.add(name + ": programme '" + shipped.definition().id() + "' is already defined in " + other
                            + "; give it a name of its own, or remove one of the files");
                }
                definitions.add(shipped);
            }
        });
        if (!refused.isEmpty()) {
            throw new DefinitionsRefused(refused);
        }
        return definitions;
    }
}
