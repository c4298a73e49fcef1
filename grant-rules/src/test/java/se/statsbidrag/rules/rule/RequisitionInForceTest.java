package se.statsbidrag.rules.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.rules.GrantYear;
import se.statsbidrag.rules.fact.Submission;
import se.statsbidrag.rules.fact.Submission.Outcome;
import se.statsbidrag.rules.value.EventReference;

class RequisitionInForceTest {
    private static final LocalDate DEADLINE = LocalDate.of(2025, 6, 2);

    /** A history is days of the year 2025 with what became of each; a plus sign marks a completion, an exclamation mark what was admitted. */
    @ParameterizedTest(name = "{0} is {1} by {2}")
    @CsvSource(delimiter = '|', textBlock = """
        ''                                               | Missing   | 0
        05-05 APPROVED                                   | InForce   | 1
        05-05 SUBMITTED                                  | Undecided | 1
        05-05 RETURNED                                   | Undecided | 1
        05-05 REJECTED                                   | Ended     | 1
        05-05 WITHDRAWN                                  | Ended     | 1
        06-02 APPROVED                                   | InForce   | 1
        06-03 APPROVED                                   | Late      | 1
        06-03 SUBMITTED, 06-04 SUBMITTED                 | Late      | 2
        05-05 APPROVED, 05-06 SUBMITTED                  | Undecided | 2
        05-05 APPROVED, 05-06 APPROVED                   | InForce   | 2
        05-05 APPROVED, 05-06 REJECTED                   | Ended     | 2
        05-05 APPROVED, 05-06 WITHDRAWN                  | Ended     | 2
        05-05 APPROVED, 05-06 WITHDRAWN, 05-07 SUBMITTED | Undecided | 3
        05-05 REJECTED, 05-06 APPROVED                   | InForce   | 2
        05-05 APPROVED, 06-03 SUBMITTED                  | InForce   | 1
        05-05 APPROVED, 06-03 APPROVED                   | InForce   | 1
        05-05 APPROVED, 06-03 WITHDRAWN                  | InForce   | 1
        05-05 SUBMITTED, 06-03 SUBMITTED                 | Undecided | 1
        05-05 RETURNED, 06-10 SUBMITTED +                | Undecided | 2
        05-05 RETURNED, 06-10 APPROVED +                 | InForce   | 2
        05-05 RETURNED, 06-10 SUBMITTED                  | Undecided | 1
        05-05 RETURNED, 06-10 RETURNED +, 06-20 APPROVED + | InForce | 3
        05-05 RETURNED, 06-05 SUBMITTED, 06-10 APPROVED + | InForce  | 3
        06-03 RETURNED, 06-10 APPROVED +                 | Late      | 2
        06-03 SUBMITTED !                                | Undecided | 1
        05-05 APPROVED, 06-03 SUBMITTED !                | Undecided | 2
        06-03 APPROVED !, 06-04 SUBMITTED                | InForce   | 1
        06-03 RETURNED !, 06-10 APPROVED +               | InForce   | 2
        """)
    void the_last_submission_in_time_decides(String history, String standing, int by) {
        List<Submission> submissions = submissions(history);

        RequisitionStanding found = RequisitionInForce.of(submissions, DEADLINE);

        assertThat(found.getClass().getSimpleName()).isEqualTo(standing);
        assertThat(by == 0 ? null : submissions.get(by - 1))
                .isEqualTo(
                        switch (found) {
                            case RequisitionStanding.InForce it -> it.submission();
                            case RequisitionStanding.Undecided it -> it.submission();
                            case RequisitionStanding.Ended it -> it.submission();
                            case RequisitionStanding.Late it -> it.submission();
                            case RequisitionStanding.Missing _ -> null;
                        });
    }

    @ParameterizedTest
    @CsvSource({"2025-04-17, Late", "2025-04-20, InForce", "2025-04-30, InForce"})
    void lateness_goes_by_the_deadline_in_force(LocalDate deadline, String standing) {
        assertThat(RequisitionInForce.of(submissions("04-20 APPROVED"), deadline)
                        .getClass()
                        .getSimpleName())
                .isEqualTo(standing);
    }

    private static List<Submission> submissions(String history) {
        List<Submission> submissions = new ArrayList<>();
        for (String entry : history.isEmpty() ? new String[0] : history.split(", ", -1)) {
            String[] words = entry.split(" ", -1);
            Instant receivedAt = GrantYear.noon("2025-" + words[0]);
            submissions.add(new Submission(
                    receivedAt,
                    null,
                    false,
                    Outcome.valueOf(words[1]),
                    new EventReference("requisitions", 1 + submissions.size()),
                    null,
                    words.length > 2 && words[2].equals("+"),
                    words.length > 2 && words[2].equals("!") ? new EventReference("requisitions", 100) : null));
        }
        return submissions;
    }
}
