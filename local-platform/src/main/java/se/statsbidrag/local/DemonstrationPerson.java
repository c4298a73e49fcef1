package se.statsbidrag.local;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, or some machine, of the demonstration, with what a token says about it.
 *
 * @param clientId what it signs in as, for example {@code representative-23}
 * @param name an invented person's name; a machine has none
 * @param role its role, for example {@code representative}
 * @param organisationNumbers the organisations that it acts for, as {@code 232100-0214}; most roles have none
 * @param organisation the organisation's name, for people to read; empty where it acts for none
 * @param reporters the reporters whose deliveries it sends; only a register feed has any
 */
public record DemonstrationPerson(
        String clientId,
        @Nullable String name,
        String role,
        List<String> organisationNumbers,
        String organisation,
        List<String> reporters) {

    /** What an access token must be meant for. */
    public static final String AUDIENCE = "statsbidrag";

    public DemonstrationPerson {
        organisationNumbers = List.copyOf(organisationNumbers);
        reporters = List.copyOf(reporters);
    }

    /** The opaque id that events record as the actor. */
    public UUID subject() {
        return DemonstrationPeople.subject(clientId);
    }

    /** Whether it acts for a municipality: there are many of those. */
    public boolean municipal() {
        return clientId.matches("representative-[0-9]{4}");
    }

    /** Whether it is a program, which signs in with a secret of its own and never at a page. */
    public boolean machine() {
        return name == null;
    }

    /** How sure one is who it is: {@code loa3} for a person with e-identification. */
    public String assurance() {
        return machine() ? "machine" : "loa3";
    }

    /** How it showed who it is. */
    public List<String> methods() {
        return List.of(machine() ? "client-secret" : "e-identification");
    }

    /** The claims of its tokens, but for issuer, audience and times. */
    public Map<String, Object> claims() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", subject().toString());
        if (name != null) {
            claims.put("name", name);
        }
        claims.put("roles", List.of(role));
        claims.put("organisationNumbers", organisationNumbers);
        claims.put("reporters", reporters);
        claims.put("acr", assurance());
        claims.put("amr", methods());
        return claims;
    }
}
