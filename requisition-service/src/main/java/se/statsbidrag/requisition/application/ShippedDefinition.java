package se.statsbidrag.requisition.application;

import java.util.List;
import java.util.Optional;
import se.statsbidrag.requisition.application.Definitions.LineFault;
import se.statsbidrag.rules.programme.ProgrammeDefinition;

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
    static Optional<ShippedDefinition> read(String name, String text, Definitions definitions, List<String> refused) {
        return switch (definitions.read(DefinitionFile.yaml(text))) {
            case Definitions.Read.Accepted(ProgrammeDefinition definition, String canonicalText) ->
                Optional.of(new ShippedDefinition(name, definition, canonicalText));
            case Definitions.Read.Refused(List<LineFault> faults) -> {
                faults.forEach(fault -> refused.add(name + " line " + fault.line() + ": " + fault.fault()));
                yield Optional.empty();
            }
        };
    }
}
