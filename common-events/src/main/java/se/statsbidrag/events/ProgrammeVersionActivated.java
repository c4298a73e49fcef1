package se.statsbidrag.events;

import se.statsbidrag.rules.value.ProgrammeId;

/**
 * A proposed definition is in force from now on, for the whole of its programme.
 *
 * @param definitionHash hash of the definition that was approved
 */
public record ProgrammeVersionActivated(ProgrammeId programme, int version, String definitionHash)
        implements GrantEvent {}
