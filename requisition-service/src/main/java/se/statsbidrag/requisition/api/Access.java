package se.statsbidrag.requisition.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.access.Caller;
import se.statsbidrag.events.access.Role;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.rules.value.OrganisationNumber;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** Whom a caller may read about and act for. What is refused here reaches no programme's log. */
@ApplicationScoped
public class Access {
    private final CurrentCaller current;

    @Inject
    public Access(CurrentCaller current) {
        this.current = current;
    }

    /** @throws ProblemException 403 when the caller's token does not bind it to the organisation */
    public static void actFor(Caller caller, OrganisationNumber organisation) {
        if (!caller.mayActFor(organisation.value())) {
            throw forbidden();
        }
    }

    /** @throws ProblemException 403 when the recipient is another's, and the caller may not read others' */
    public void read(ProgrammeInForce programme, RecipientCode recipient) {
        read(Lookup.behind(programme, recipient));
    }

    /** @throws ProblemException 403 when the organisation is another, and the caller may not read others' */
    public void read(OrganisationNumber organisation) {
        read(Optional.of(organisation));
    }

    private void read(Optional<OrganisationNumber> organisation) {
        if (!mayRead(organisation)) {
            throw forbidden();
        }
    }

    /** Whether the recipient is of an organisation that the caller's token binds it to: drafts are for it alone. */
    public boolean isOwn(ProgrammeInForce programme, RecipientCode recipient) {
        return Lookup.behind(programme, recipient)
                .filter(organisation -> current.get().mayActFor(organisation.value()))
                .isPresent();
    }

    /** Whether the caller may read of the organisation. */
    public boolean mayRead(Optional<OrganisationNumber> organisation) {
        return current.get()
                .mayReadOf(organisation.stream().map(OrganisationNumber::value).toList());
    }

    /** Programme by programme, the recipients that the caller may read of; null for all. */
    public @Nullable Map<ProgrammeId, Set<String>> readable(Collection<ProgrammeInForce> programmes) {
        return current.get().readsAll()
                ? null
                : programmes.stream().collect(Collectors.toMap(ProgrammeInForce::id, this::own));
    }

    /** Whether the caller may see who did what: staff and auditors. */
    public boolean seesPersons() {
        Caller caller = current.get();
        return caller.isStaff() || caller.is(Role.AUDITOR);
    }

    /** The recipients of a programme that the caller may read of; null for all. */
    public @Nullable Set<String> readable(ProgrammeInForce programme) {
        return current.get().readsAll() ? null : own(programme);
    }

    private Set<String> own(ProgrammeInForce programme) {
        return programme.definition().recipients().stream()
                .filter(recipient -> mayRead(Optional.ofNullable(recipient.organisationNumber())))
                .map(recipient -> recipient.code().value())
                .collect(Collectors.toSet());
    }

    private static ProblemException forbidden() {
        return Problems.forbidden(
                "Your sign-in does not bind you to this organisation",
                "Sign in for the organisation that you belong to");
    }
}
