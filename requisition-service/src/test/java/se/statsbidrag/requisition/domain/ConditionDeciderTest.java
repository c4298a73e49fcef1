package se.statsbidrag.requisition.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.events.ConditionRecorded;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.rules.value.ConditionId;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** Noted at 00:30 on 15 May 2025 in Sweden, which is 14 May elsewhere. */
class ConditionDeciderTest {
    private static final ProgrammeId PROGRAMME = new ProgrammeId("some-grant");
    private static final RecipientCode RECIPIENT = new RecipientCode("23");
    private static final ConditionId CONDITION = new ConditionId("dialogue");
    private static final Instant NOW = Instant.parse("2025-05-14T22:30:00Z");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '!', textBlock = """
        noted as met                 ! ''                  ! true 2025-05-14 minutes   ! noted
        on the day itself            ! ''                  ! true 2025-05-15 minutes   ! noted
        not a day ahead              ! ''                  ! true 2025-05-16 minutes   ! wrong date
        evidence is asked for        ! ''                  ! true 2025-05-14 -         ! wrong evidence
        all faults come at once      ! ''                  ! true 2025-05-16 -         ! wrong date+evidence
        the same again               ! true 2025-05-14 minutes ! true 2025-05-14 minutes ! nothing changes
        taken back                   ! true 2025-05-14 minutes ! false 2025-05-15 letter ! noted
        with other evidence          ! true 2025-05-14 minutes ! true 2025-05-14 letter  ! noted
        """)
    void aNote(String shows, String before, String note, String answer) {
        ConditionRecorded now = note(note);

        Decision decision = new ConditionDecider(PROGRAMME, RECIPIENT)
                .decide(before.isEmpty() ? null : note(before), CONDITION, now.met(), now.date(), now.evidence(), NOW);

        assertThat(
                        switch (decision) {
                            case Decision.Accepted(List<GrantEvent> events) ->
                                events.equals(List.of(now)) ? "noted" : events.isEmpty() ? "nothing changes" : "";
                            case Decision.Refused(Refusal.Wrong(List<FieldFault> faults)) ->
                                "wrong "
                                        + faults.stream().map(FieldFault::field).collect(Collectors.joining("+"));
                            case Decision.Refused refused -> refused.toString();
                        })
                .isEqualTo(answer);
    }

    private static ConditionRecorded note(String words) {
        String[] each = words.split(" ");
        return new ConditionRecorded(
                PROGRAMME,
                RECIPIENT,
                CONDITION,
                Boolean.parseBoolean(each[0]),
                LocalDate.parse(each[1]),
                each[2].replace("-", ""));
    }
}
