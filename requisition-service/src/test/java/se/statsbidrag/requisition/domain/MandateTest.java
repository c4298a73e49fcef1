package se.statsbidrag.requisition.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.events.DeadlineExtended;
import se.statsbidrag.events.DelegateInvited;
import se.statsbidrag.events.DelegateRole;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.MandateReference;
import se.statsbidrag.events.access.Permissions;
import se.statsbidrag.rules.value.DeadlineId;
import se.statsbidrag.rules.value.OrganisationNumber;
import se.statsbidrag.rules.value.ProgrammeId;

/** One mandate per organisation, told in lines such as {@code anna applies}; an officer is called officer. */
class MandateTest {
    static final OrganisationNumber ORGANISATION = new OrganisationNumber("232100-0214");
    private static final Instant NOW = Instant.parse("2025-02-03T08:00:00Z");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '!', textBlock = """
        one applies                            ! anna applies                                                     ! applied                  ! anna applies
        the same again                         ! anna applies; anna applies                                       ! nothing changes          ! anna applies
        another must wait                      ! anna applies; bo applies                                         ! refused AnotherHasApplied ! anna applies
        approved by an officer                 ! anna applies; officer approves                                   ! approved                 ! anna
        never by himself                       ! anna applies; anna approves                                      ! refused SamePerson       ! anna applies
        an approval says why                   ! anna applies; officer approves-without-reason                    ! wrong reason             ! anna applies
        nobody to approve                      ! officer approves                                                 ! refused NobodyApplied    ! vacant
        approved once                          ! anna applies; officer approves; officer approves                 ! refused NobodyApplied    ! anna
        who has it need not apply              ! anna applies; officer approves; anna applies                     ! nothing changes          ! anna
        another applies to take over           ! anna applies; officer approves; bo applies                       ! applied                  ! anna, bo applies
        and takes over when approved           ! anna applies; officer approves; bo applies; officer approves     ! approved                 ! bo | anna REPLACED
        the former comes back                  ! anna applies; officer approves; bo applies; officer approves; anna applies; officer approves ! approved ! anna | bo REPLACED
        an application is taken back           ! anna applies; anna withdraws                                     ! withdrawn                ! vacant | anna WITHDRAWN
        an officer ends an application         ! anna applies; officer withdraws                                  ! withdrawn                ! vacant | anna WITHDRAWN
        the representative ends it himself     ! anna applies; officer approves; anna withdraws                   ! withdrawn                ! vacant | anna WITHDRAWN
        an officer ends it                     ! anna applies; officer approves; officer withdraws                ! withdrawn                ! vacant | anna WITHDRAWN
        an officer must say whose              ! anna applies; officer approves; bo applies; officer withdraws    ! wrong representative     ! anna, bo applies
        the one in force                       ! anna applies; officer approves; bo applies; officer withdraws anna ! withdrawn              ! bo applies | anna WITHDRAWN
        or the one who applied                 ! anna applies; officer approves; bo applies; officer withdraws bo ! withdrawn                ! anna | bo WITHDRAWN
        nobody ends another's                  ! anna applies; officer approves; bo withdraws anna                ! refused NotPermitted     ! anna
        there is nothing to end                ! anna withdraws                                                   ! refused NobodyApplied    ! vacant
        it says why                            ! anna applies; anna withdraws-without-reason                      ! wrong reason             ! anna applies
        again after it ended                   ! anna applies; anna withdraws; anna applies; officer approves     ! approved                 ! anna
        """)
    void aRepresentative(String shows, String story, String answer, String standing) {
        assertTold(story, answer, standing);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '!', textBlock = """
        the representative invites a deputy    ! anna invites dan                              ! invited                ! anna, dan DEPUTY
        the same again                         ! anna invites dan; anna invites dan            ! nothing changes        ! anna, dan DEPUTY
        several                                ! anna invites dan; anna invites eva            ! invited                ! anna, dan DEPUTY, eva DEPUTY
        a deputy invites no deputy             ! anna invites dan; dan invites eva             ! refused NotPermitted   ! anna, dan DEPUTY
        a deputy invites a data coordinator    ! anna invites dan; dan invites-coordinator eva ! invited                ! anna, dan DEPUTY, eva DATA_COORDINATOR
        a data coordinator invites nobody      ! anna invites-coordinator eva; eva invites-coordinator dan ! refused NotPermitted ! anna, eva DATA_COORDINATOR
        one role at a time                     ! anna invites-coordinator eva; anna invites eva ! refused HasAnotherRole ! anna, eva DATA_COORDINATOR
        the representative is no deputy        ! anna invites anna                             ! refused HasAnotherRole ! anna
        an officer invites nobody              ! officer invites dan                           ! refused NotPermitted   ! anna
        the representative removes a deputy    ! anna invites dan; anna removes dan            ! removed                ! anna | dan REMOVED
        a deputy removes no other deputy       ! anna invites dan; anna invites eva; dan removes eva ! refused NotPermitted ! anna, dan DEPUTY, eva DEPUTY
        but himself                            ! anna invites dan; dan removes dan             ! removed                ! anna | dan REMOVED
        a deputy removes a data coordinator    ! anna invites dan; dan invites-coordinator eva; dan removes-coordinator eva ! removed ! anna, dan DEPUTY | eva REMOVED
        a data coordinator removes himself     ! anna invites-coordinator eva; eva removes-coordinator eva ! removed     ! anna | eva REMOVED
        and no other                           ! anna invites-coordinator eva; anna invites-coordinator dan; eva removes-coordinator dan ! refused NotPermitted ! anna, dan DATA_COORDINATOR, eva DATA_COORDINATOR
        removed in the role that he has        ! anna invites dan; anna removes-coordinator dan ! nothing changes       ! anna, dan DEPUTY
        invited again                          ! anna invites dan; anna removes dan; anna invites dan ! invited         ! anna, dan DEPUTY
        they lapse with the mandate            ! anna invites dan; anna withdraws              ! withdrawn              ! vacant | anna WITHDRAWN, dan WITHDRAWN
        and do not pass to the next            ! anna invites dan; bo applies; officer approves ! approved              ! bo | anna REPLACED, dan REPLACED
        nobody invites without a mandate       ! anna withdraws; anna invites dan              ! refused NotPermitted   ! vacant | anna WITHDRAWN
        a deputy may apply and take over       ! anna invites dan; dan applies; officer approves ! approved             ! dan | anna REPLACED
        """)
    void thoseWhoActOnTheMandate(String shows, String story, String answer, String standing) {
        assertTold("anna applies; officer approves; " + story, answer, standing);
    }

    @Test
    void eachActSaysOnWhoseMandateItRests() {
        assertThat(events("anna applies; officer approves; anna invites dan; dan invites-coordinator eva")
                        .getLast())
                .isEqualTo(new DelegateInvited(
                        new MandateReference(ORGANISATION, "anna"), DelegateRole.DATA_COORDINATOR, "eva"));
    }

    @Test
    void anEventOfSomethingElseIsNoMandate() {
        GrantEvent other = new DeadlineExtended(
                new ProgrammeId("some-grant"), new DeadlineId("requisition"), java.time.LocalDate.of(2025, 6, 2), "x");

        assertThatThrownBy(() -> Mandate.NONE.evolve(other)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertTold(String story, String answer, String standing) {
        Told told = new Told();
        told.tell(story);

        assertThat(told.answer).isEqualTo(answer);
        assertThat(standing(told.mandate)).isEqualTo(standing);
    }

    /** The events of a story in which nothing is refused. */
    static List<GrantEvent> events(String story) {
        Told told = new Told();
        told.tell(story);
        return told.events;
    }

    private static final class Told {
        private final List<GrantEvent> events = new ArrayList<>();
        private Mandate mandate = Mandate.NONE;
        private String answer = "";

        void tell(String story) {
            for (String line : story.split(";")) {
                String[] words = line.strip().split(" ");
                Decision decision = new MandateDecider(ORGANISATION, Permissions.ofTheAgency())
                        .decide(mandate, command(words[0], words[1], words.length > 2 ? words[2] : ""));
                answer = switch (decision) {
                    case Decision.Accepted(List<GrantEvent> all) -> {
                        all.forEach(event -> mandate = mandate.evolve(event));
                        events.addAll(all);
                        yield all.isEmpty() ? "nothing changes" : name(all.getLast());
                    }
                    case Decision.Refused(Refusal.Wrong(List<FieldFault> faults)) ->
                        "wrong " + faults.stream().map(FieldFault::field).collect(Collectors.joining("+"));
                    case Decision.Refused(Refusal refusal) ->
                        "refused " + refusal.getClass().getSimpleName();
                };
            }
        }

        private static String name(GrantEvent event) {
            return event.getClass()
                    .getSimpleName()
                    .replaceFirst("Representative|Delegate", "")
                    .toLowerCase(java.util.Locale.ROOT);
        }

        private static MandateCommand command(String by, String act, String whom) {
            boolean officer = by.equals("officer");
            return switch (act) {
                case "applies" -> new MandateCommand.Apply(by, NOW);
                case "approves" -> new MandateCommand.Approve(by, "has a power of attorney");
                case "approves-without-reason" -> new MandateCommand.Approve(by, " ");
                case "withdraws" -> new MandateCommand.Withdraw(by, officer, whom.isEmpty() ? null : whom, "has left");
                case "withdraws-without-reason" -> new MandateCommand.Withdraw(by, officer, null, "");
                case "invites" -> new MandateCommand.Invite(by, DelegateRole.DEPUTY, whom);
                case "invites-coordinator" -> new MandateCommand.Invite(by, DelegateRole.DATA_COORDINATOR, whom);
                case "removes" -> new MandateCommand.Remove(by, DelegateRole.DEPUTY, whom);
                case "removes-coordinator" -> new MandateCommand.Remove(by, DelegateRole.DATA_COORDINATOR, whom);
                default -> throw new IllegalArgumentException(act);
            };
        }
    }

    private static String standing(Mandate mandate) {
        List<String> parts = new ArrayList<>();
        mandate.inForce().ifPresent(holding -> {
            parts.add(holding.representative());
            new TreeMap<>(holding.delegates()).forEach((person, role) -> parts.add(person + " " + role));
        });
        mandate.waiting().ifPresent(application -> parts.add(application.applicant() + " applies"));
        String lapsed = new TreeMap<>(mandate.lapsed())
                .entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue())
                        .collect(Collectors.joining(", "));
        return (parts.isEmpty() ? "vacant" : String.join(", ", parts)) + (lapsed.isEmpty() ? "" : " | " + lapsed);
    }
}
