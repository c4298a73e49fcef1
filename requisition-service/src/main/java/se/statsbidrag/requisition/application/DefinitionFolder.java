package se.statsbidrag.requisition.application;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import se.statsbidrag.rules.value.ProgrammeId;

/** The definition files of a folder, all read before any is used. */
final class DefinitionFolder {
    private DefinitionFolder() {}

    /**
     * The definitions in these files.
     *
     * @param texts by file name
     * @throws DefinitionsRefused naming everything that is wrong in any of them
     */
    static List<ShippedDefinition> read(SortedMap<String, String> texts, Definitions definitions) {
        List<String> refused = new ArrayList<>();
        List<ShippedDefinition> all = new ArrayList<>();
        Map<ProgrammeId, String> files = new HashMap<>();
        texts.forEach((name, text) -> {
            ShippedDefinition.read(name, text, definitions, refused).ifPresent(shipped -> {
                String other = files.put(shipped.definition().id(), name);
                if (other != null) {
                    refused.add(name + ": programme '" + shipped.definition().id() + "' is already defined in " + other
                            + "; give it a name of its own, or remove one of the files");
                }
                all.add(shipped);
            });
        });
        if (!refused.isEmpty()) {
            throw new DefinitionsRefused(refused);
        }
        return all;
    }
}
