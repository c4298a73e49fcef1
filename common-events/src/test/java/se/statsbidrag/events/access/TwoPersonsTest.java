package se.statsbidrag.events.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.statsbidrag.events.ActApproved;
import se.statsbidrag.events.ActProposed;
import se.statsbidrag.events.ActReturned;
import se.statsbidrag.events.access.TwoPersons.Outcome;

class TwoPersonsTest {
    private static final ActProposed SCOPE = new ActProposed("reporter-scope", "region-a", "{\"from\":1}", "ny");
    private static final ActProposed OTHER = new ActProposed("reporter-scope", "region-a", "{\"from\":2}", "rättad");

    private static TwoPersons proposedBy(String person) {
        return TwoPersons.none().evolve(person, 7, SCOPE);
    }

    @Test
    void anotherPersonApprovesWhatWasProposed() {
        assertThat(proposedBy("anna").approve("bo", 7L, "stämmer"))
                .isEqualTo(new Outcome.Settled(new ActApproved("reporter-scope", "region-a", 7, "stämmer"), SCOPE));
    }

    @Test
    void nobodyApprovesHisOwnProposal() {
        assertThat(proposedBy("anna").approve("anna", 7L, "stämmer")).isEqualTo(new Outcome.SamePerson());
    }

    @Test
    void nothingIsApprovedThatWasNotProposed() {
        assertThat(TwoPersons.none().approve("bo", null, "stämmer")).isEqualTo(new Outcome.NothingWaits());
    }

    @Test
    void nothingIsApprovedTwice() {
        TwoPersons approved =
                proposedBy("anna").evolve("bo", 8, new ActApproved("reporter-scope", "region-a", 7, "ja"));
        assertThat(approved.approve("cecilia", null, "ja")).isEqualTo(new Outcome.NothingWaits());
        assertThat(approved.open()).isEmpty();
    }

    @Test
    void whatIsReturnedCannotBeApprovedAnyMore() {
        TwoPersons returned =
                proposedBy("anna").evolve("bo", 8, new ActReturned("reporter-scope", "region-a", 7, "fel"));
        assertThat(returned.approve("cecilia", null, "ja")).isEqualTo(new Outcome.NothingWaits());
    }

    @Test
    void heWhoProposedMayTakeItBack() {
        assertThat(proposedBy("anna").giveBack(7L, "fel månad"))
                .isEqualTo(new Outcome.Settled(new ActReturned("reporter-scope", "region-a", 7, "fel månad"), SCOPE));
    }

    @Test
    void aProposalThatTookAnothersPlaceIsNotApprovedUnseen() {
        TwoPersons replaced = proposedBy("anna").evolve("anna", 9, OTHER);
        assertThat(replaced.approve("bo", 7L, "stämmer")).isEqualTo(new Outcome.OtherProposal(9));
        assertThat(replaced.approve("bo", 9L, "stämmer")).isInstanceOf(Outcome.Settled.class);
    }

    @Test
    void heWhoChangedTheProposalIsItsFirstPerson() {
        TwoPersons replaced = proposedBy("anna").evolve("bo", 9, OTHER);
        assertThat(replaced.approve("bo", 9L, "stämmer")).isEqualTo(new Outcome.SamePerson());
        assertThat(replaced.approve("anna", 9L, "stämmer")).isInstanceOf(Outcome.Settled.class);
    }

    @Test
    void theSameProposalAgainIsNoNews() {
        assertThat(proposedBy("anna").waits("anna", SCOPE.content())).isTrue();
        assertThat(proposedBy("anna").waits("bo", SCOPE.content())).isFalse();
        assertThat(proposedBy("anna").waits("anna", OTHER.content())).isFalse();
    }
}
