package se.statsbidrag.events.quarkus;

import jakarta.enterprise.context.ApplicationScoped;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.deadline.ProgrammeRegister;
import se.statsbidrag.rules.value.ProgrammeId;

/** The programmes and deadlines in force, by everything that this service's database holds at the moment of asking. */
@ApplicationScoped
public class Programmes {

    /** The newest register; it never changes, so a caller sees one state of things. */
    public ProgrammeRegister current() {
        throw new UnsupportedOperationException("follows shortly");
    }

    /** @throws ProblemException 404 when there is no such programme in force */
    public ProgrammeInForce require(ProgrammeId programme) {
        return current().programme(programme).orElseThrow(() -> Problems.notFound("programme '" + programme + "'"));
    }
}
