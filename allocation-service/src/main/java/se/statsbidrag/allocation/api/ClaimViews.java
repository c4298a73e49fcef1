package se.statsbidrag.allocation.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.application.Ledgers;
import se.statsbidrag.allocation.application.RecipientAccess;
import se.statsbidrag.allocation.application.RepaymentClaims;
import se.statsbidrag.allocation.application.RepaymentClaims.Recorded;
import se.statsbidrag.allocation.domain.ledger.Claim;
import se.statsbidrag.allocation.read.PlanQueries;
import se.statsbidrag.events.access.Caller;
import se.statsbidrag.events.access.Role;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.quarkus.BusinessClock;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.value.RecipientCode;

/** Shows claims to those who may see them: who acts for an organisation sees its own, once it has been told. */
@ApplicationScoped
public class ClaimViews {
    private final Programmes programmes;
    private final Ledgers ledgers;
    private final RepaymentClaims claims;
    private final RecipientAccess access;
    private final CurrentCaller caller;
    private final BusinessClock clock;

    @Inject
    ClaimViews(
            Programmes programmes,
            Ledgers ledgers,
            RepaymentClaims claims,
            RecipientAccess access,
            CurrentCaller caller,
            BusinessClock clock) {
        this.programmes = programmes;
        this.ledgers = ledgers;
        this.claims = claims;
        this.access = access;
        this.caller = caller;
        this.clock = clock;
    }

    /** @throws ProblemException 404 where no definition of the programme is in force */
    ProgrammeDefinition definition(String programme) {
        return programmes.require(PlanQueries.programme(programme)).definition();
    }

    /** Those that the caller may see, by number. */
    List<ClaimDocument> all(ProgrammeDefinition definition) {
        return ledgers.load(definition.id()).ledger().claims().all().stream()
                .filter(claim -> isSeen(definition, claim))
                .map(claim -> shown(definition, claim))
                .toList();
    }

    /** @throws ProblemException 404 when there is no such claim that the caller may see */
    Claim require(ProgrammeDefinition definition, int number) {
        return ledgers.load(definition.id())
                .ledger()
                .claims()
                .find(number)
                .filter(claim -> isSeen(definition, claim))
                .orElseThrow(() -> Problems.notFound("claim '" + number + "' of programme '" + definition.id() + "'"));
    }

    ClaimDocument shown(ProgrammeDefinition definition, Claim claim) {
        return shown(definition, claim, null);
    }

    ClaimDocument shown(ProgrammeDefinition definition, Recorded recorded) {
        return shown(definition, recorded.claim(), recorded.event());
    }

    private ClaimDocument shown(ProgrammeDefinition definition, Claim claim, @Nullable RecordedEvent event) {
        boolean staff = readsAll();
        return ClaimDocument.of(
                definition,
                claim,
                staff && claim.isOpen()
                        ? claims.waiting(definition.id(), claim.event().claim()).orElse(null)
                        : null,
                LocalDate.ofInstant(clock.instant(), DeadlineDay.SWEDEN),
                staff,
                event);
    }

    private boolean isSeen(ProgrammeDefinition definition, Claim claim) {
        RecipientCode recipient = claim.event().recipient();
        return readsAll()
                || claim.notice() != null
                        && access.readable(definition).stream()
                                .anyMatch(each -> each.code().equals(recipient));
    }

    private boolean readsAll() {
        Caller current = caller.get();
        return current.readsAll() || current.is(Role.SISTER_SERVICE);
    }
}
