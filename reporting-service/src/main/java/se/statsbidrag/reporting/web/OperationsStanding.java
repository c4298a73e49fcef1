package se.statsbidrag.reporting.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.pages.Forms;
import se.statsbidrag.reporting.domain.CapOutlook;
import se.statsbidrag.reporting.domain.PlaceDistance;
import se.statsbidrag.reporting.web.OperationsPage.CapRow;
import se.statsbidrag.reporting.web.OperationsPage.CapTable;
import se.statsbidrag.reporting.web.OperationsPage.RankedRow;
import se.statsbidrag.reporting.web.OperationsPage.Ranking;
import se.statsbidrag.reporting.web.OperationsPage.Standing;
import se.statsbidrag.rules.fact.Facts;
import se.statsbidrag.rules.money.Fraction;
import se.statsbidrag.rules.plan.OperationsFollowUp;
import se.statsbidrag.rules.plan.OperationsFollowUp.Ranked;
import se.statsbidrag.rules.plan.PotMembers;
import se.statsbidrag.rules.programme.AllocationKey;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.RecipientCode;

/** What a programme's operations lead to, as the rules say by the facts so far. */
final class OperationsStanding {
    private static final Fraction TENTHS_OF_A_PERCENT = Fraction.of(1_000);
    private static final Fraction TENTHS_PER_HUNDRED_THOUSAND = Fraction.of(1_000_000);

    private final ProgrammeDefinition definition;
    private final OperationsFollowUp followUp;

    private OperationsStanding(ProgrammeDefinition definition, OperationsFollowUp followUp) {
        this.definition = definition;
        this.followUp = followUp;
    }

    static Standing of(ProgrammeDefinition definition, Facts facts) {
        OperationsStanding standing =
                new OperationsStanding(definition, OperationsFollowUp.of(PotMembers.of(definition), facts));
        List<CapTable> caps = new ArrayList<>();
        List<Ranking> rankings = new ArrayList<>();
        for (PotDefinition pot : definition.pots()) {
            if (pot.key() instanceof AllocationKey.UnitPriceWithCap key) {
                caps.add(standing.caps(pot, key));
            } else if (pot.key() instanceof AllocationKey.TopRanked key) {
                rankings.add(standing.ranking(pot, key));
            }
        }
        return new Standing(caps, rankings);
    }

    private CapTable caps(PotDefinition pot, AllocationKey.UnitPriceWithCap key) {
        List<CapRow> rows = new ArrayList<>();
        int months = 0;
        for (Map.Entry<RecipientCode, Long> cap :
                definition.table(key.caps()).values().entrySet()) {
            Recipient region = definition.recipient(cap.getKey()).orElse(null);
            if (region != null) {
                SortedMap<YearMonth, Long> earned = followUp.beforeCap(key, region.code());
                months = earned.size();
                rows.add(row(region, cap.getValue(), earned));
            }
        }
        return new CapTable(
                pot.id().value(),
                pot.title(),
                months,
                number(rows, "REACHED"),
                number(rows, "EXPECTED"),
                number(rows, "NOT_WITHIN"),
                rows);
    }

    private static long number(List<CapRow> rows, String outlook) {
        return rows.stream().filter(row -> row.outlook().equals(outlook)).count();
    }

    private CapRow row(Recipient region, long cap, SortedMap<YearMonth, Long> earned) {
        CapOutlook outlook = CapOutlook.of(cap, definition.period(), earned);
        long sum = Math.min(cap, earned.values().stream().reduce(0L, Math::addExact));
        return new CapRow(
                region.code().value(),
                region.name(),
                followUp.takesPart(region.code()),
                sum,
                cap,
                cap == 0
                        ? 0
                        : Fraction.of(sum, cap)
                                .times(TENTHS_OF_A_PERCENT)
                                .floor()
                                .longValueExact(),
                CapOutlook.pace(earned).floor().longValueExact(),
                switch (outlook) {
                    case CapOutlook.Reached _ -> "REACHED";
                    case CapOutlook.Expected _ -> "EXPECTED";
                    case CapOutlook.NotWithinPeriod _ -> "NOT_WITHIN";
                    case CapOutlook.NothingCounted _ -> "NOTHING";
                },
                month(outlook),
                outlook instanceof CapOutlook.NotWithinPeriod(long missing) ? missing : 0);
    }

    private static @Nullable YearMonth month(CapOutlook outlook) {
        return switch (outlook) {
            case CapOutlook.Reached(YearMonth month) -> month;
            case CapOutlook.Expected(YearMonth month) -> month;
            case CapOutlook.NotWithinPeriod _, CapOutlook.NothingCounted _ -> null;
        };
    }

    private Ranking ranking(PotDefinition pot, AllocationKey.TopRanked key) {
        List<Ranked> ranked = followUp.ranking(key);
        int placed = (int) ranked.stream().filter(Ranked::placed).count();
        List<RankedRow> rows = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            if (i == placed && placed > 0) {
                rows.add(RankedRow.lineAfter(placed));
            }
            rows.add(row(ranked, i, placed, key.places()));
        }
        return new Ranking(
                pot.id().value(),
                pot.title(),
                definition
                        .procedure(key.procedure())
                        .map(procedure -> Forms.sentence(procedure.plural()))
                        .orElse(key.procedure().value()),
                key.places(),
                ranked.stream().anyMatch(Ranked::tied),
                rows);
    }

    private RankedRow row(List<Ranked> ranked, int index, int placed, int places) {
        Ranked each = ranked.get(index);
        return new RankedRow(
                Integer.toString(index + 1),
                false,
                1
                        + (int) ranked.stream()
                                .filter(other -> other.perInhabitant().compareTo(each.perInhabitant()) > 0)
                                .count(),
                each.region().value(),
                definition.recipient(each.region()).map(Recipient::name).orElse(""),
                each.count(),
                each.population(),
                each.perInhabitant().times(TENTHS_PER_HUNDRED_THOUSAND).floor().longValueExact(),
                each.placed(),
                each.tied(),
                distance(ranked, each, placed, places));
    }

    private static @Nullable Long distance(List<Ranked> ranked, Ranked each, int placed, int places) {
        if (!each.placed()) {
            Fraction last =
                    placed < places ? Fraction.ZERO : ranked.get(placed - 1).perInhabitant();
            return PlaceDistance.toPass(each.count(), each.population(), last);
        }
        return placed == ranked.size()
                ? null
                : PlaceDistance.toSpare(
                        each.count(), each.population(), ranked.get(placed).perInhabitant());
    }
}
