package se.statsbidrag.requisition.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.rules.programme.AmountSetBy;

/** The deadline is 2 June 2025 to its end in Swedish time (R-K4), the opening day 6 March. */
class RequisitionTest {
    private static final LocalDate OPENS = LocalDate.of(2025, 3, 6);
    private static final LocalDate DUE = LocalDate.of(2025, 6, 2);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '!', textBlock = """
        a region submits                        ! 05-01 region submits                                                                     ! submitted                    ! SUBMITTED
        it counts to the end of the day         ! 06-02 23:59:59 region submits                                                            ! submitted                    ! SUBMITTED
        midnight is too late                    ! 06-03 00:00:00 region submits                                                            ! submitted                    ! SUBMITTED late
        the wish has no effect but is kept      ! 05-01 region submits wanting-more                                                        ! submitted                    ! SUBMITTED wanting-more
        the same again changes nothing          ! 05-01 region submits; 05-02 region submits                                               ! nothing changes              ! SUBMITTED
        any change is free until the deadline   ! 05-01 region submits; 06-02 23:59:59 region submits wanting-more                         ! changed                      ! SUBMITTED wanting-more
        a change must be approved again         ! 05-01 region submits; 05-02 officer approves; 05-03 region submits wanting-more          ! changed                      ! SUBMITTED wanting-more
        the same keeps the approval             ! 05-01 region submits; 05-02 officer approves; 05-03 region submits                       ! nothing changes              ! APPROVED
        a late change displaces nothing         ! 05-01 region submits; 05-02 officer approves; 06-03 region submits wanting-more          ! changed                      ! APPROVED | late change wanting-more
        a late change twice is one              ! 05-01 region submits; 06-03 region submits wanting-more; 06-04 region submits wanting-more ! nothing changes            ! SUBMITTED | late change wanting-more
        officers decide on what is in force     ! 05-01 region submits; 06-03 region submits wanting-more; 06-04 officer approves          ! approved                     ! APPROVED | late change wanting-more
        an extension lets the change in         ! 05-01 region submits; 05-02 officer approves; 06-03 region submits wanting-more; 06-04 agency extends to 06-10 ! changed ! SUBMITTED wanting-more
        an extension lets a late one in         ! 06-03 region submits; 06-05 agency extends to 06-03                                      ! submitted                    ! SUBMITTED
        a late one waits for admission          ! 06-03 region submits; 06-04 officer approves                                             ! refused: needs admission     ! SUBMITTED late
        a late one is not returned              ! 06-03 region submits; 06-04 officer returns until 06-20                                  ! refused: needs admission     ! SUBMITTED late
        a late one is not rejected              ! 06-03 region submits; 06-04 officer rejects                                              ! refused: needs admission     ! SUBMITTED late
        a late one can change and stays late    ! 06-03 region submits; 06-04 region submits wanting-more                                  ! changed                      ! SUBMITTED wanting-more late
        withdrawn in time                       ! 05-01 region submits; 06-02 23:59:59 region withdraws                                    ! withdrawn                    ! WITHDRAWN
        withdrawn though approved               ! 05-01 region submits; 05-02 officer approves; 05-03 region withdraws                     ! withdrawn                    ! WITHDRAWN
        not withdrawn after the deadline        ! 05-01 region submits; 06-03 00:00:00 region withdraws                                    ! refused: deadline has passed ! SUBMITTED
        a late one is not withdrawn             ! 06-03 region submits; 06-04 region withdraws                                             ! refused: deadline has passed ! SUBMITTED late
        withdrawn twice is once                 ! 05-01 region submits; 05-02 region withdraws; 06-04 region withdraws                     ! nothing changes              ! WITHDRAWN
        nothing to withdraw                     ! 05-01 region withdraws                                                                   ! refused: nothing received    ! nothing
        submitted again after withdrawal        ! 05-01 region submits; 05-02 region withdraws; 05-03 region submits                       ! submitted                    ! SUBMITTED
        late after withdrawal                   ! 05-01 region submits; 05-02 region withdraws; 06-03 region submits                       ! submitted                    ! SUBMITTED late
        rejected                                ! 05-01 region submits; 05-02 officer rejects                                              ! rejected                     ! REJECTED
        nothing to withdraw after rejection     ! 05-01 region submits; 05-02 officer rejects; 05-03 region withdraws                      ! refused: is REJECTED         ! REJECTED
        submitted again after rejection         ! 05-01 region submits; 05-02 officer rejects; 05-03 region submits                        ! submitted                    ! SUBMITTED
        late after rejection                    ! 05-01 region submits; 05-02 officer rejects; 06-03 region submits                        ! submitted                    ! SUBMITTED late
        approved once only                      ! 05-01 region submits; 05-02 officer approves; 05-03 officer approves                     ! refused: is APPROVED         ! APPROVED
        an approved one is not rejected         ! 05-01 region submits; 05-02 officer approves; 05-03 officer rejects                      ! refused: is APPROVED         ! APPROVED
        a withdrawn one is not approved         ! 05-01 region submits; 05-02 region withdraws; 05-03 officer approves                     ! refused: is WITHDRAWN        ! WITHDRAWN
        nothing to approve                      ! 05-01 officer approves                                                                   ! refused: nothing received    ! nothing
        returned for completion                 ! 05-01 region submits; 06-04 officer returns until 06-20                                  ! returned                     ! RETURNED
        completed within the officer's day      ! 05-01 region submits; 06-04 officer returns until 06-20; 06-20 23:59:59 region submits wanting-more ! completed         ! SUBMITTED wanting-more
        the same again answers a return         ! 05-01 region submits; 06-04 officer returns until 06-20; 06-10 region submits            ! completed                    ! SUBMITTED
        completed too late                      ! 05-01 region submits; 06-04 officer returns until 06-20; 06-21 00:00:00 region submits wanting-more ! changed           ! RETURNED | late change wanting-more
        returned again and completed            ! 05-01 region submits; 06-04 officer returns until 06-20; 06-21 region submits wanting-more; 06-22 officer returns until 06-30; 06-25 region submits ! completed ! SUBMITTED
        a completion is returned and completed  ! 05-01 region submits; 06-04 officer returns until 06-20; 06-10 region submits; 06-11 officer returns until 06-30; 06-25 region submits wanting-more ! completed ! SUBMITTED wanting-more
        a change before the deadline is free    ! 05-01 region submits; 05-04 officer returns until 05-10; 05-20 region submits wanting-more ! changed                    ! SUBMITTED wanting-more
        approved though nothing was completed   ! 05-01 region submits; 06-04 officer returns until 06-20; 06-21 officer approves          ! approved                     ! APPROVED
        a day for completion must be ahead      ! 05-01 region submits; 05-04 00:00:00 officer returns until 05-03                         ! wrong completeBy             ! SUBMITTED
        the day itself is enough                ! 05-01 region submits; 05-04 23:59:59 officer returns until 05-04                         ! returned                     ! RETURNED
        an act has a reason                     ! 05-01 region submits; 05-04 officer approves-without-reason                              ! wrong reason                 ! SUBMITTED
        the programme sets the amount           ! 05-01 region submits 147463134                                                           ! wrong amount                 ! nothing
        the conditions must be certified        ! 05-01 region submits uncertified                                                         ! wrong certified              ! nothing
        there are no purposes to choose         ! 05-01 region submits purpose-1                                                           ! wrong purposes[0]            ! nothing
        all faults come at once                 ! 05-01 region submits 100 uncertified purpose-1                                           ! wrong amount+certified+purposes[0] ! nothing
        not before the opening day              ! 03-05 23:59:59 region submits                                                            ! refused: not yet open        ! nothing
        on the opening day                      ! 03-06 00:00:00 region submits                                                            ! submitted                    ! SUBMITTED
        """)
    void aPerformanceGrantsRequisition(String shows, String story, String answer, String standing) {
        Story told = new Story(AmountSetBy.PROGRAMME, OPENS, DUE).tell(story);

        assertThat(told.answer()).isEqualTo(answer);
        assertThat(told.standing()).isEqualTo(standing);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '!', textBlock = """
        an amount is asked for                  ! 05-01 region submits 100                                                                 ! submitted        ! SUBMITTED 100
        an amount is missing                    ! 05-01 region submits                                                                     ! wrong amount     ! nothing
        nothing is no amount                    ! 05-01 region submits 0                                                                   ! wrong amount     ! nothing
        raised before the deadline              ! 05-01 region submits 100; 05-02 region submits 200                                       ! changed          ! SUBMITTED 200
        raised in answer to a return in time    ! 05-01 region submits 100; 05-02 officer returns until 05-20; 05-03 region submits 200    ! changed          ! SUBMITTED 200
        not raised by a completion              ! 05-01 region submits 100; 06-04 officer returns until 06-20; 06-10 region submits 101    ! wrong amount     ! RETURNED 100
        kept by a completion                    ! 05-01 region submits 100; 06-04 officer returns until 06-20; 06-10 region submits 100    ! completed        ! SUBMITTED 100
        lowered by a completion                 ! 05-01 region submits 100; 06-04 officer returns until 06-20; 06-10 region submits 99     ! completed        ! SUBMITTED 99
        a late raise waits                      ! 05-01 region submits 100; 05-02 officer approves; 06-10 region submits 200               ! changed          ! APPROVED 100 | late change 200
        no opening day, none invented           ! 01-01 00:00:00 region submits 100                                                        ! submitted        ! SUBMITTED 100
        """)
    void aRequisitionWithAnAmount(String shows, String story, String answer, String standing) {
        Story told = new Story(AmountSetBy.RECIPIENT, null, DUE).tell(story);

        assertThat(told.answer()).isEqualTo(answer);
        assertThat(told.standing()).isEqualTo(standing);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '!', textBlock = """
        the deputy submits                      ! 05-01 deputy submits                                                                     ! submitted                      ! SUBMITTED
        the deputy withdraws                    ! 05-01 region submits; 05-02 deputy withdraws                                             ! withdrawn                      ! WITHDRAWN
        the data coordinator never submits      ! 05-01 coordinator submits                                                                ! refused: not permitted         ! nothing
        nor withdraws                           ! 05-01 region submits; 05-02 coordinator withdraws                                        ! refused: not permitted         ! SUBMITTED
        one who never asked for a mandate       ! 05-01 stranger submits                                                                   ! refused: no mandate            ! nothing
        nor does an officer submit              ! 05-01 officer submits                                                                    ! refused: no mandate            ! nothing
        the former representative's is held     ! 05-01 former submits                                                                     ! held                           ! nothing | held from former REPLACED
        one not yet approved                    ! 05-01 applicant submits wanting-more                                                     ! held                           ! nothing | held from applicant NOT_APPROVED wanting-more
        held content is checked as any          ! 05-01 former submits uncertified                                                         ! wrong certified                ! nothing
        what is held displaces nothing          ! 05-01 region submits; 05-02 officer approves; 05-03 former submits wanting-more          ! held                           ! APPROVED | held from former REPLACED wanting-more
        the same again is held once             ! 05-01 former submits; 05-02 former submits                                               ! nothing changes                ! nothing | held from former REPLACED
        a newer one replaces the earlier        ! 05-01 former submits; 05-02 former submits wanting-more                                  ! held                           ! nothing | held from former REPLACED wanting-more
        two persons' are held each              ! 05-01 former submits; 05-02 applicant submits                                            ! held                           ! nothing | held from former REPLACED | held from applicant NOT_APPROVED
        one whose mandate lapsed withdraws not  ! 05-01 region submits; 05-02 former withdraws                                             ! refused: no mandate            ! SUBMITTED
        not released while it has lapsed        ! 05-01 former submits; 05-02 officer releases 1                                           ! refused: sender has no mandate ! nothing | held from former REPLACED
        released when it is in force again      ! 05-01 former submits; 06-10 agency gives the mandate to former; 06-11 officer releases 1 ! released+submitted             ! SUBMITTED
        released by the present representative  ! 05-01 applicant submits; 06-10 agency gives the mandate to applicant; 06-11 applicant releases 1 ! released+submitted     ! SUBMITTED
        held after the deadline is late         ! 06-03 former submits; 06-10 agency gives the mandate to former; 06-11 officer releases 1 ! released+submitted             ! SUBMITTED late
        released over an earlier one            ! 05-01 region submits; 05-02 former submits wanting-more; 05-10 agency gives the mandate to former; 05-11 officer releases 2 ! released+changed ! SUBMITTED wanting-more
        not over a later one                    ! 05-01 former submits; 05-02 region submits wanting-more; 05-10 agency gives the mandate to former; 05-11 officer releases 1 ! refused: superseded ! SUBMITTED wanting-more | held from former REPLACED
        nor over a later withdrawal             ! 05-01 region submits; 05-02 former submits; 05-03 region withdraws; 05-10 agency gives the mandate to former; 05-11 officer releases 2 ! refused: superseded ! WITHDRAWN | held from former REPLACED
        the deputy releases nothing             ! 05-01 former submits; 05-02 deputy releases 1                                            ! refused: not permitted         ! nothing | held from former REPLACED
        the representative dismisses it         ! 05-01 former submits; 05-02 region dismisses 1                                           ! dismissed                      ! nothing
        an officer dismisses it                 ! 05-01 former submits; 05-02 officer dismisses 1                                          ! dismissed                      ! nothing
        the former representative may not       ! 05-01 former submits; 05-02 former dismisses 1                                           ! refused: not permitted         ! nothing | held from former REPLACED
        what is dismissed is gone               ! 05-01 former submits; 05-02 officer dismisses 1; 05-03 officer releases 1                ! refused: nothing held          ! nothing
        nobody approves his own                 ! 05-01 region submits; 05-02 region approves                                              ! refused: same person           ! SUBMITTED
        a release hides not who sent it         ! 05-01 former submits; 05-10 agency gives the mandate to former; 05-11 officer releases 1; 05-12 former approves ! refused: same person ! SUBMITTED
        who let it in may approve it            ! 05-01 former submits; 05-10 agency gives the mandate to former; 05-11 officer releases 1; 05-12 officer approves ! approved ! APPROVED
        """)
    void aRequisitionRestsOnAMandate(String shows, String story, String answer, String standing) {
        Story told = new Story(AmountSetBy.PROGRAMME, null, DUE).tell(story);

        assertThat(told.answer()).isEqualTo(answer);
        assertThat(told.standing()).isEqualTo(standing);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '!', textBlock = """
        admitted it waits for a decision        ! 06-03 region submits; 06-04 officer admits 1                                             ! admitted                      ! SUBMITTED
        and is approved as any                  ! 06-03 region submits; 06-04 officer admits 1; 06-05 officer approves                     ! approved                      ! APPROVED
        admitted it displaces the approved one  ! 05-01 region submits; 05-02 officer approves; 06-03 region submits wanting-more; 06-04 officer admits 3 ! admitted       ! SUBMITTED wanting-more
        admitted and returned it is completed   ! 06-03 region submits; 06-04 officer admits 1; 06-05 officer returns until 06-20; 06-10 region submits wanting-more ! completed ! SUBMITTED wanting-more
        a later one waits behind the admitted   ! 06-03 region submits; 06-04 officer admits 1; 06-05 region submits wanting-more          ! changed                       ! SUBMITTED | late change wanting-more
        that one is declined                    ! 06-03 region submits; 06-04 officer admits 1; 06-05 region submits wanting-more; 06-06 officer declines 3 ! admissiondeclined ! SUBMITTED
        an admitted one is rejected             ! 06-03 region submits; 06-04 officer admits 1; 06-05 officer rejects                      ! rejected                      ! REJECTED
        declined it stays readable              ! 06-03 region submits; 06-04 officer declines 1                                           ! admissiondeclined             ! REJECTED late
        a declined change waits no longer       ! 05-01 region submits; 06-03 region submits wanting-more; 06-04 officer declines 2        ! admissiondeclined             ! SUBMITTED
        declined beside a rejected one          ! 05-01 region submits; 05-02 officer rejects; 06-03 region submits; 06-04 officer declines 3 ! admissiondeclined          ! REJECTED late
        nothing to decide on a declined one     ! 06-03 region submits; 06-04 officer declines 1; 06-05 officer approves                   ! refused: is REJECTED          ! REJECTED late
        after a declined one another may come   ! 06-03 region submits; 06-04 officer declines 1; 06-05 region submits                     ! submitted                     ! SUBMITTED late
        the declined change may come again      ! 05-01 region submits; 06-03 region submits wanting-more; 06-04 officer declines 2; 06-05 region submits wanting-more ! changed ! SUBMITTED | late change wanting-more
        what is in force says the same already  ! 05-01 region submits; 06-03 region submits wanting-more; 06-04 officer declines 2; 06-05 region submits ! nothing changes ! SUBMITTED
        an extension lets the declined one in   ! 06-03 region submits; 06-04 officer declines 1; 06-05 agency extends to 06-10            ! admissiondeclined             ! SUBMITTED
        no longer late after an extension       ! 06-03 region submits; 06-04 agency extends to 06-10; 06-05 officer admits 1              ! refused: no longer late       ! SUBMITTED
        nor declined after it                   ! 06-03 region submits; 06-04 agency extends to 06-10; 06-05 officer declines 1            ! refused: no longer late       ! SUBMITTED
        one in time is not admitted             ! 05-01 region submits; 06-04 officer admits 1                                             ! refused: no longer late       ! SUBMITTED
        admitted once only                      ! 06-03 region submits; 06-04 officer admits 1; 06-05 officer admits 1                     ! refused: admitted already     ! SUBMITTED
        an admitted one is not declined         ! 06-03 region submits; 06-04 officer admits 1; 06-05 officer declines 1                   ! refused: admitted already     ! SUBMITTED
        a declined one is not admitted          ! 06-03 region submits; 06-04 officer declines 1; 06-05 officer admits 1                   ! refused: declined already     ! REJECTED late
        only the newest is admitted             ! 06-03 region submits; 06-04 region submits wanting-more; 06-05 officer admits 1          ! refused: superseded           ! SUBMITTED wanting-more late
        an officer's act is no arrival          ! 05-01 region submits; 05-02 officer approves; 06-05 officer admits 2                     ! refused: no late arrival      ! APPROVED
        nothing came                            ! 06-05 officer admits 1                                                                   ! refused: no late arrival      ! nothing
        nobody admits his own                   ! 06-03 region submits; 06-05 region admits 1                                              ! refused: same person          ! SUBMITTED late
        """)
    void whatCameLate(String shows, String story, String answer, String standing) {
        Story told = new Story(AmountSetBy.PROGRAMME, null, DUE).tell(story);

        assertThat(told.answer()).isEqualTo(answer);
        assertThat(told.standing()).isEqualTo(standing);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '!', textBlock = """
        a draft counts for nothing              ! 05-01 region drafts 100                                                                  ! draftsaved                   ! nothing | draft 100
        a deputy begins one too                 ! 05-01 deputy drafts 100                                                                  ! draftsaved                   ! nothing | draft 100
        a data coordinator begins no case       ! 05-01 coordinator drafts 100                                                             ! refused: not permitted       ! nothing
        but fills in what is begun              ! 05-01 region drafts uncertified; 05-02 coordinator drafts 100                            ! draftsaved                   ! nothing | draft 100
        or what was submitted                   ! 05-01 region submits 100; 05-02 coordinator drafts 200                                   ! draftsaved                   ! SUBMITTED 100 | draft 200
        and submits it not                      ! 05-01 region drafts 100; 05-02 coordinator submits 100                                   ! refused: not permitted       ! nothing | draft 100
        it need not be complete                 ! 05-01 region drafts uncertified                                                          ! draftsaved                   ! nothing | draft uncertified
        the newest takes the earlier one's place ! 05-01 region drafts 100; 05-02 region drafts 200                                        ! draftsaved                   ! nothing | draft 200
        the same again changes nothing          ! 05-01 region drafts 100; 05-02 deputy drafts 100                                         ! nothing changes              ! nothing | draft 100
        a submission ends it                    ! 05-01 region drafts 100; 05-02 region submits 200                                        ! submitted                    ! SUBMITTED 200
        a refused one does not                  ! 05-01 region drafts 100; 05-02 region submits uncertified                                ! wrong amount+certified       ! nothing | draft 100
        it displaces nothing                    ! 05-01 region submits 100; 05-02 officer approves; 05-03 region drafts 200                ! draftsaved                   ! APPROVED 100 | draft 200
        a change ends it                        ! 05-01 region submits 100; 05-02 region drafts 200; 05-03 region submits 200              ! changed                      ! SUBMITTED 200
        an officer's act ends it not            ! 05-01 region submits 100; 05-02 region drafts 200; 05-03 officer approves                ! approved                     ! APPROVED 100 | draft 200
        saved before the opening day            ! 01-02 region drafts 100                                                                  ! draftsaved                   ! nothing | draft 100
        and after the deadline                  ! 06-10 region drafts 100                                                                  ! draftsaved                   ! nothing | draft 100
        not by one whose mandate lapsed         ! 05-01 former drafts 100                                                                  ! refused: no mandate          ! nothing
        nor by one who never had one            ! 05-01 stranger drafts 100                                                                ! refused: no mandate          ! nothing
        """)
    void aDraft(String shows, String story, String answer, String standing) {
        Story told = new Story(AmountSetBy.RECIPIENT, OPENS, DUE).tell(story);

        assertThat(told.answer()).isEqualTo(answer);
        assertThat(told.standing()).isEqualTo(standing);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '!', textBlock = """
        one without remarks                     ! 05-01 region submits; 05-02 officer approves-with-many                                   ! approved                     ! APPROVED
        a completed one                         ! 05-01 region submits; 05-02 officer returns until 05-20; 05-03 region submits wanting-more; 05-04 officer approves-with-many ! approved ! APPROVED wanting-more
        an admitted one                         ! 06-03 region submits; 06-04 officer admits 1; 06-05 officer approves-with-many           ! approved                     ! APPROVED
        one sent back                           ! 05-01 region submits; 05-02 officer returns until 05-20; 05-03 officer approves-with-many ! refused: has remarks        ! RETURNED
        a late change beside it                 ! 05-01 region submits; 06-03 region submits wanting-more; 06-04 officer approves-with-many ! refused: has remarks        ! SUBMITTED | late change wanting-more
        a held one beside it                    ! 05-01 region submits; 05-02 former submits; 05-03 officer approves-with-many             ! refused: has remarks         ! SUBMITTED | held from former REPLACED
        one that came late                      ! 06-03 region submits; 06-04 officer approves-with-many                                   ! refused: needs admission     ! SUBMITTED late
        one approved already                    ! 05-01 region submits; 05-02 officer approves; 05-03 officer approves-with-many           ! refused: is APPROVED          ! APPROVED
        nothing came                            ! 05-03 officer approves-with-many                                                         ! refused: nothing received     ! nothing
        nobody approves his own                 ! 05-01 region submits; 05-02 region approves-with-many                                    ! refused: same person          ! SUBMITTED
        """)
    void approvedWithMany(String shows, String story, String answer, String standing) {
        Story told = new Story(AmountSetBy.PROGRAMME, null, DUE).tell(story);

        assertThat(told.answer()).isEqualTo(answer);
        assertThat(told.standing()).isEqualTo(standing);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '!', textBlock = """
        nothing came                            ! 05-01 region drafts                                                                      ! ''
        one in time                             ! 05-01 region submits                                                                     ! APPROVAL 1
        the newest                              ! 05-01 region submits; 05-02 region submits wanting-more                                  ! APPROVAL 2
        one approved                            ! 05-01 region submits; 05-02 officer approves                                             ! ''
        one changed since                       ! 05-01 region submits; 05-02 officer approves; 05-03 region submits wanting-more          ! APPROVAL 3
        one sent back waits for the recipient   ! 05-01 region submits; 05-02 officer returns until 06-20                                  ! ''
        what completes it                       ! 05-01 region submits; 05-02 officer returns until 06-20; 06-10 region submits            ! COMPLETION 3
        before the deadline too                 ! 05-01 region submits; 05-02 officer returns until 06-20; 05-10 region submits            ! COMPLETION 3
        changed again it is a new one           ! 05-01 region submits; 05-02 officer returns until 06-20; 05-10 region submits; 05-11 region submits wanting-more ! APPROVAL 4
        one that came late                      ! 06-03 region submits                                                                     ! ADMISSION 1
        a late change behind an approved one    ! 05-01 region submits; 05-02 officer approves; 06-03 region submits wanting-more          ! ADMISSION 3
        behind an undecided one                 ! 05-01 region submits; 06-03 region submits wanting-more                                  ! APPROVAL 1, ADMISSION 2
        admitted                                ! 06-03 region submits; 06-04 officer admits 1                                             ! APPROVAL 1
        declined                                ! 06-03 region submits; 06-04 officer declines 1                                           ! ''
        held                                    ! 05-01 region submits; 05-02 former submits                                               ! APPROVAL 1, HELD 2
        rejected                                ! 05-01 region submits; 05-02 officer rejects                                              ! ''
        withdrawn                               ! 05-01 region submits; 05-02 region withdraws                                             ! ''
        """)
    void whatWaitsForAnOfficer(String shows, String story, String waiting) {
        assertThat(new Story(AmountSetBy.PROGRAMME, null, DUE).tell(story).waiting())
                .isEqualTo(waiting);
    }

    @Test
    void aReleasedOneKeepsItsArrivalTime() {
        Story told = new Story(AmountSetBy.PROGRAMME, null, DUE)
                .tell("05-01 former submits; 06-10 agency gives the mandate to former; 06-11 officer releases 1");

        Submission released = told.file().submissions().getLast();
        assertThat(released.arrivedAt()).isEqualTo("2025-05-01T10:00:00Z");
        assertThat(released.submittedBy()).isEqualTo("former");
    }

    @Test
    void theCaseNumberStaysThroughWithdrawalAndResubmission() {
        Story told = new Story(AmountSetBy.PROGRAMME, null, DUE)
                .tell("05-01 region submits; 05-02 region withdraws; 05-03 region submits wanting-more; "
                        + "05-04 region submits");

        assertThat(told.file().submissions())
                .hasSize(3)
                .extracting(Submission::caseNumber)
                .containsOnly("SG-23");
    }

    @Test
    void aCompletionKeepsTheArrivalTimeAndShowsWhenItWasReceived() {
        Story told = new Story(AmountSetBy.PROGRAMME, null, DUE)
                .tell("05-01 region submits; 06-04 officer returns until 06-20; 06-10 region submits");

        Submission completion = told.file().submissions().getLast();
        assertThat(completion.arrivedAt()).isEqualTo("2025-05-01T10:00:00Z");
        assertThat(completion.receivedAt()).isEqualTo("2025-06-10T10:00:00Z");
    }
}
