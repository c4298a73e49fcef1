package se.statsbidrag.events.deadline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import se.statsbidrag.events.ProgrammeVersionProposed;
import se.statsbidrag.rules.programme.DefinitionReading;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinitionReader;

/** Reads the definition that a proposal holds as canonical JSON. */
final class DefinitionText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DefinitionText() {}

    /** @throws IllegalArgumentException when it is no definition, or not the one whose hash the proposal states */
    static ProgrammeDefinition read(ProgrammeVersionProposed proposal) {
        ProgrammeDefinition definition;
        try {
            DefinitionReading reading =
                    ProgrammeDefinitionReader.read(JSON.readValue(proposal.definition(), Object.class));
            definition = reading.orThrow();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "the definition of " + proposal.programme() + " version " + proposal.version() + " is not JSON", e);
        }
        if (!definition.id().equals(proposal.programme()) || !definition.hash().equals(proposal.definitionHash())) {
            throw new IllegalArgumentException(
                    "the proposal %s version %d with hash %s holds the definition %s with hash %s"
                            .formatted(
                                    proposal.programme(),
                                    proposal.version(),
                                    proposal.definitionHash(),
                                    definition.id(),
                                    definition.hash()));
        }
        return definition;
    }
}
