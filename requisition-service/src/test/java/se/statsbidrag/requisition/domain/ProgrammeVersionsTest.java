package se.statsbidrag.requisition.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.ProgrammeVersionActivated;
import se.statsbidrag.events.ProgrammeVersionProposed;
import se.statsbidrag.rules.value.ProgrammeId;

/** One person proposes a version of a programme, another puts it in force or returns it. */
class ProgrammeVersionsTest {
    private static final ProgrammeId PROGRAMME = new ProgrammeId("a-grant");

    private ProgrammeVersions versions = ProgrammeVersions.NONE;
    private long position;

    @BeforeEach
    void nothingYet() {
        versions = ProgrammeVersions.NONE;
        position = 0;
    }

    private void record(String actor, GrantEvent event) {
        versions = versions.evolve(actor, Instant.EPOCH, ++position, event);
    }

    /** {@code anna proposes 1}, {@code bo activates 1}, {@code bo returns 1}, {@code system ships 1}. */
    private String tell(String act) {
        String[] words = act.split(" ");
        int number = Integer.parseInt(words[2]);
        String reason = words.length > 3 ? "" : "Nytt regeringsbeslut";
        return switch (words[1]) {
            case "proposes" -> {
                ProgrammeVersionProposed proposed =
                        new ProgrammeVersionProposed(PROGRAMME, number, "{}", "hash" + number, reason);
                record(words[0], ProgrammeVersions.proposed(proposed));
                record(words[0], proposed);
                yield "done";
            }
            case "ships" -> {
                record("system:shipped", new ProgrammeVersionProposed(PROGRAMME, number, "{}", "hash" + number, "s"));
                record("system:shipped", new ProgrammeVersionActivated(PROGRAMME, number, "hash" + number));
                yield "done";
            }
            case "activates" ->
                outcome(words[0], new ProgrammeVersionDecider(versions).activate(number, words[0], reason));
            default -> outcome(words[0], new ProgrammeVersionDecider(versions).giveBack(number, reason));
        };
    }

    private String outcome(String actor, Decision decision) {
        return switch (decision) {
            case Decision.Accepted(List<GrantEvent> events) -> {
                events.forEach(event -> record(actor, event));
                yield "done";
            }
            case Decision.Refused(Refusal.SamePerson _) -> "same person";
            case Decision.Refused(Refusal.NotWaiting(ProgrammeVersion.State state, int _)) -> "is " + state;
            case Decision.Refused(Refusal.Wrong(List<FieldFault> faults)) ->
                "wrong " + faults.getFirst().field();
            case Decision.Refused(Refusal other) -> other.toString();
        };
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        anna proposes 1                                                    | done                      | 1 PROPOSED
        anna proposes 1, bo activates 1                                    | done done                 | 1 IN_FORCE
        anna proposes 1, anna activates 1                                  | done same person          | 1 PROPOSED
        anna proposes 1, bo activates 1 silently                           | done wrong reason         | 1 PROPOSED
        anna proposes 1, bo returns 1, bo activates 1                      | done done is RETURNED     | 1 RETURNED
        anna proposes 1, anna returns 1                                    | done done                 | 1 RETURNED
        anna proposes 1, bo activates 1, bo activates 1                    | done done is IN_FORCE     | 1 IN_FORCE
        anna proposes 1, bo activates 1, bo returns 1                      | done done is IN_FORCE     | 1 IN_FORCE
        anna proposes 1, bo proposes 2, carl activates 1                   | done done is REPLACED     | 1 REPLACED, 2 PROPOSED
        system ships 1, anna proposes 2, bo activates 2                    | done done done            | 1 REPLACED, 2 IN_FORCE
        system ships 1, anna proposes 2, bo returns 2, anna proposes 3     | done done done done       | 1 IN_FORCE, 2 RETURNED, 3 PROPOSED
        system ships 1, anna proposes 2, bo activates 2, bo activates 1    | done done done is REPLACED | 1 REPLACED, 2 IN_FORCE
        """)
    void whatIsDoneAndWhereEachVersionStands(String acts, String outcomes, String states) {
        String told = List.of(acts.split(", ")).stream().map(this::tell).collect(Collectors.joining(" "));

        assertThat(told).isEqualTo(outcomes);
        assertThat(versions.all().stream()
                        .map(each -> each.number() + " " + versions.state(each))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(states);
        assertThat(versions.version()).isEqualTo(position);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        anna proposes 1                                                   | 1: none
        system ships 1, anna proposes 2                                   | 2: 1
        system ships 1, anna proposes 2, bo activates 2                   | 2: 1
        system ships 1, anna proposes 2, bo activates 2                   | 1: none
        system ships 1, anna proposes 2, bo proposes 3, carl activates 3  | 2: 1
        system ships 1, anna proposes 2, bo proposes 3, carl activates 3  | 3: 1
        """)
    void aVersionIsComparedWithTheOneInForceBefore(String acts, String compared) {
        List.of(acts.split(", ")).forEach(this::tell);
        String[] pair = compared.split(": ");

        assertThat(versions.before(versions.find(Integer.parseInt(pair[0])).orElseThrow())
                        .map(each -> Integer.toString(each.number()))
                        .orElse("none"))
                .isEqualTo(pair[1]);
    }

    @ParameterizedTest
    @CsvSource({"system ships 1, reason", "anna proposes 1, ''"})
    void aReasonIsNeededOnceAVersionIsInForce(String act, String fault) {
        tell(act);

        assertThat(new ProgrammeVersionDecider(versions)
                        .faultsOfReason("").stream().collect(Collectors.toMap(FieldFault::field, FieldFault::value)))
                .isEqualTo(fault.isEmpty() ? Map.of() : Map.of(fault, ""));
    }
}
