package se.statsbidrag.requisition.application;

import java.util.ArrayList;
import java.util.List;
import se.statsbidrag.rules.programme.DefinitionReading;
import se.statsbidrag.rules.programme.Fault;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinitionReader;

/**
 * A definition that comes with the software, read and found whole.
 *
 * @param canonicalText the text whose SHA-256 is the definition's hash
 */
record ShippedDefinition(String file, ProgrammeDefinition definition, String canonicalText) {

    /**
     * Reads a file.
     *
     * @param refused where each line that says what is wrong goes
     * @return the definition; nothing when the file is refused
     */
    static List<ShippedDefinition> read(String name, String text, List<String> refused) {
        DefinitionFile file = DefinitionFile.read(text);
        if (!file.faults().isEmpty()) {
            refused.addAll(described(name, file, file.faults()));
            return List.of();
        }
        return switch (ProgrammeDefinitionReader.read(file.tree())) {
            case DefinitionReading.Accepted(ProgrammeDefinition definition, String canonicalText) ->
                List.of(new ShippedDefinition(name, definition, canonicalText));
            case DefinitionReading.Refused(List<Fault> faults) -> {
                refused.addAll(described(name, file, faults));
                yield List.of();
            }
        };
    }

    private static List<String> described(String name, DefinitionFile file, List<Fault> faults) {
        List<String> lines = new ArrayList<>();
        faults.forEach(fault -> lines.add(name + " line " + file.line(fault.path()) + ": " + fault));
        return lines;
    }
}
