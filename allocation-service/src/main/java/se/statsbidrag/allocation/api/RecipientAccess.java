package se.statsbidrag.allocation.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import se.statsbidrag.events.access.Caller;
import se.statsbidrag.events.access.Role;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.rules.value.OrganisationNumber;

/** Lets whoever acts for organisations read about their own recipients alone. */
@ApplicationScoped
class RecipientAccess {
    private final CurrentCaller current;
    private final Programmes programmes;

    @Inject
    RecipientAccess(CurrentCaller current, Programmes programmes) {
        this.current = current;
        this.programmes = programmes;
    }

    /**
     * Ends the call of one who may not read about the recipient; whether there is such a recipient does not show.
     *
     * @param programme as it stands in the address
     * @param recipient as it stands in the address
     * @throws ProblemException 403
     */
    void require(String programme, String recipient) {
        Caller caller = current.get();
        if (!caller.is(Role.SISTER_SERVICE) && !caller.mayReadOf(organisations(programme, recipient))) {
            throw Problems.forbidden(
                    "You may read about the organisations that you act for alone",
                    "Ask for a recipient of your own organisation");
        }
    }

    private List<String> organisations(String programme, String recipient) {
        return programmes.current().programmes().stream()
                .filter(each -> each.id().value().equals(programme))
                .flatMap(each -> each.definition().recipients().stream())
                .filter(each -> each.code().value().equals(recipient))
                .flatMap(each -> Stream.ofNullable(each.organisationNumber()))
                .map(OrganisationNumber::value)
                .toList();
    }
}
