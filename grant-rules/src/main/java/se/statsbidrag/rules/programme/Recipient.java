package se.statsbidrag.rules.programme;

import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.value.OrganisationNumber;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * Someone who may receive the grant.
 *
 * @param code the official code
 * @param name the official Swedish name
 * @param organisationNumber the legal person behind it, which two recipients may share; null in definitions of before
 *     representatives, which are still read
 */
public record Recipient(
        RecipientCode code, String name, @Nullable OrganisationNumber organisationNumber) {}
