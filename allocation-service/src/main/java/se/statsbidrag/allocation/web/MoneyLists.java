package se.statsbidrag.allocation.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.application.RecipientAccess;
import se.statsbidrag.allocation.read.PlanDocument;
import se.statsbidrag.allocation.read.PlanQueries;
import se.statsbidrag.allocation.read.SecondOpinions;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.RecipientCode;

/** Puts together the lists of recipients that the reader may see; computes no money. */
@ApplicationScoped
class MoneyLists {
    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    private final PlanQueries queries;
    private final Programmes programmes;
    private final RecipientAccess access;
    private final CurrentCaller caller;
    private final MoneyTexts texts;
    private final SecondOpinions second;

    MoneyLists(
            PlanQueries queries,
            Programmes programmes,
            RecipientAccess access,
            CurrentCaller caller,
            MoneyTexts texts,
            SecondOpinions second) {
        this.queries = queries;
        this.programmes = programmes;
        this.access = access;
        this.caller = caller;
        this.texts = texts;
        this.second = second;
    }

    /** Every recipient of every grant that the reader acts for; none for one who reads about all. */
    MoneyList mine() {
        boolean staff = caller.get().readsAll();
        List<MoneyList.Row> rows = staff
                ? List.of()
                : programmes.current().programmes().stream()
                        .flatMap(each -> rows(each, queries.find(each.id()).orElse(null)))
                        .toList();
        return new MoneyList("", "", "", staff, null, null, rows, total(rows));
    }

    /**
     * The recipients of a programme that the reader may read about.
     *
     * @param query part of a name or the beginning of a code; empty for all
     * @throws se.statsbidrag.events.quarkus.ProblemException 404 when there is no such programme
     */
    MoneyList ofProgramme(String programme, String query) {
        ProgrammeInForce inForce = programmes.require(PlanQueries.programme(programme));
        PlanDocument plan = queries.find(inForce.id()).orElse(null);
        String wanted = query.strip().toLowerCase(SWEDISH);
        List<MoneyList.Row> rows = rows(inForce, plan)
                .filter(row -> row.name().toLowerCase(SWEDISH).contains(wanted)
                        || row.code().startsWith(wanted))
                .toList();
        return new MoneyList(
                programme,
                texts.title(inForce.definition().title()),
                query.strip(),
                caller.get().readsAll(),
                plan == null ? null : texts.standing(plan),
                plan == null || !caller.get().readsAll() ? null : texts.confirmation(second.of(plan)),
                rows,
                total(rows));
    }

    /** The codes of the programme's recipients that the reader may read about. */
    List<String> readable(String programme) {
        return access
                .readable(programmes.require(PlanQueries.programme(programme)).definition())
                .stream()
                .map(Recipient::code)
                .map(RecipientCode::value)
                .toList();
    }

    private Stream<MoneyList.Row> rows(ProgrammeInForce programme, @Nullable PlanDocument plan) {
        Map<String, Long> totals = new HashMap<>();
        if (plan != null) {
            plan.recipients().forEach(each -> totals.put(each.recipient(), each.total()));
        }
        List<MoneyList.Row> rows = new ArrayList<>();
        for (Recipient recipient : access.readable(programme.definition())) {
            String code = recipient.code().value();
            rows.add(new MoneyList.Row(
                    programme.id() + "/" + code,
                    programme.id().value(),
                    texts.title(programme.definition().title()),
                    code,
                    recipient.name(),
                    totals.get(code),
                    plan == null ? "" : texts.status(plan.status()),
                    plan == null ? "" : plan.status()));
        }
        return rows.stream();
    }

    private static long total(List<MoneyList.Row> rows) {
        return rows.stream()
                .map(MoneyList.Row::total)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .reduce(0, Math::addExact);
    }
}
