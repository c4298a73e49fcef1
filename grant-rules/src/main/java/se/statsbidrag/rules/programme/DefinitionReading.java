package se.statsbidrag.rules.programme;

import java.util.List;
import java.util.stream.Collectors;

/** What reading a definition gives: the definition, or everything that is wrong with it. */
public sealed interface DefinitionReading {

    /**
     * The definition is whole and its control totals hold.
     *
     * @param definition the definition
     * @param canonicalText the text whose SHA-256 is the definition's hash; reading it as JSON gives the same definition
     */
    record Accepted(ProgrammeDefinition definition, String canonicalText) implements DefinitionReading {}

    /**
     * The definition is refused.
     *
     * @param faults all of them, in the order of the definition's fields
     */
    record Refused(List<Fault> faults) implements DefinitionReading {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /** @throws IllegalArgumentException when refused, with all faults in its message */
    default ProgrammeDefinition orThrow() {
        return switch (this) {
            case Accepted accepted -> accepted.definition();
            case Refused refused ->
                throw new IllegalArgumentException("the definition is refused:\n"
                        + refused.faults().stream().map(Fault::toString).collect(Collectors.joining("\n")));
        };
    }
}
