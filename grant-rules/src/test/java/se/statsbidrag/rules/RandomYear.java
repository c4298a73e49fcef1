package se.statsbidrag.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import se.statsbidrag.rules.fact.Submission.Outcome;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinitionReader;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.OperationCell;
import se.statsbidrag.rules.value.Provider;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.ReporterId;

/** Years of any kind from a seed: all capped, much left, few regions, ties, late and corrected, open and closed. */
public final class RandomYear {
    private static final List<String> REPORTERS = List.of("patientregistret", "mellanhand", "region-12");

    private final Random random;
    private final List<RecipientCode> recipients;
    private final int size;
    private final int unheardOf;
    private final GrantYear year = new GrantYear();

    private RandomYear(long seed, ProgrammeDefinition definition) {
        random = new Random(seed);
        recipients = definition.recipients().stream().map(Recipient::code).toList();
        size = List.of(2, 30, 3_000).get(random.nextInt(3));
        unheardOf = random.nextInt(9);
    }

    public static GrantYear of(long seed, ProgrammeDefinition definition) {
        return new RandomYear(seed, definition).make();
    }

    /** The shipped definition, but with equal populations, so that ties are common. */
    public static ProgrammeDefinition equalPopulations() {
        Map<String, Object> tree = ShippedDefinition.tree();
        ShippedDefinition.definition()
                .recipients()
                .forEach(recipient -> TreeChange.set(tree, "tables[1].values." + recipient.code(), 300_000));
        TreeChange.remove(tree, "controlTotals.tables");
        return ProgrammeDefinitionReader.read(tree).orThrow();
    }

    private GrantYear make() {
        boolean fewRegions = random.nextInt(4) == 0;
        boolean undecided = random.nextInt(3) == 0;
        if (random.nextInt(3) == 0) {
            recipients.forEach(code -> year.approved(code.value()));
        } else {
            recipients.forEach(code -> requisition(code.value(), fewRegions, undecided));
        }
        for (int scope = random.nextInt(4); scope > 0; scope--) {
            year.answersFor(
                    REPORTERS.get(1 + random.nextInt(2)),
                    YearMonth.of(2025, 1 + random.nextInt(8)),
                    instant(2, 12),
                    anyone(),
                    anyone());
        }
        for (int month = 1; month <= 11; month++) {
            for (String reporter : REPORTERS) {
                for (int revision = random.nextInt(3); revision > 0; revision--) {
                    year.delivers(new ReporterId(reporter), YearMonth.of(2025, month), instant(2, 12), cells());
                }
            }
        }
        if (random.nextInt(4) > 0) {
            year.requisitionDeadlinePassed();
        }
        if (random.nextInt(4) > 0) {
            year.cutOffPassed();
        }
        return year;
    }

    private void requisition(String code, boolean fewRegions, boolean undecided) {
        int submissions = fewRegions && random.nextInt(4) > 0 ? 0 : 1 + random.nextInt(10) / 8;
        for (int submission = 0; submission < submissions; submission++) {
            List<Outcome> outcomes = undecided
                    ? List.of(Outcome.values())
                    : List.of(Outcome.APPROVED, Outcome.APPROVED, Outcome.APPROVED, Outcome.REJECTED);
            year.submits(code, instant(4, 7), outcomes.get(random.nextInt(outcomes.size())), random.nextInt(5) == 0);
        }
    }

    private OperationCell[] cells() {
        List<OperationCell> cells = new ArrayList<>();
        for (RecipientCode home : recipients) {
            for (int procedure = 0; procedure < 3; procedure++) {
                if (procedure != unheardOf && random.nextInt(3) > 0) {
                    cells.add(GrantYear.cell(
                            home.value(),
                            anyone(),
                            Provider.values()[random.nextInt(2)],
                            GrantYear.PROCEDURES.get(procedure),
                            random.nextInt(size)));
                }
            }
        }
        return cells.toArray(OperationCell[]::new);
    }

    private String anyone() {
        return recipients.get(random.nextInt(recipients.size())).value();
    }

    private Instant instant(int fromMonth, int toMonth) {
        LocalDate from = LocalDate.of(2025, fromMonth, 1);
        return GrantYear.noon(
                from.plusDays(random.nextInt((toMonth - fromMonth) * 30)).toString());
    }
}
