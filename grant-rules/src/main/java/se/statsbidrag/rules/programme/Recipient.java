package se.statsbidrag.rules.programme;

import se.statsbidrag.rules.value.RecipientCode;

/**
 * Someone who may receive the grant.
 *
 * @param code the official code
 * @param name the official Swedish name
 */
public record Recipient(RecipientCode code, String name) {}
