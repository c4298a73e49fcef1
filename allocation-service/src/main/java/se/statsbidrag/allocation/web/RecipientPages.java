package se.statsbidrag.allocation.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.application.RecipientAccess;
import se.statsbidrag.allocation.read.PlanDocument;
import se.statsbidrag.allocation.read.PlanQueries;
import se.statsbidrag.allocation.read.PlanQueries.Explained;
import se.statsbidrag.allocation.read.PlanQueries.Query;
import se.statsbidrag.allocation.web.RecipientPage.AsOfView;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.BusinessClock;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.pages.AsOfField;
import se.statsbidrag.rules.plan.PlanExplanation;
import se.statsbidrag.rules.programme.AllocationKey;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.RecipientCode;

/** Puts together a recipient's page; computes no money. Whether the reader may see it was asked before. */
@ApplicationScoped
class RecipientPages {
    private static final BigInteger TENTHS_OF_A_PERCENT = BigInteger.valueOf(1_000);
    private static final int NOT_FOUND = 404;

    private final PlanQueries queries;
    private final Programmes programmes;
    private final RecipientAccess access;
    private final CurrentCaller caller;
    private final BusinessClock clock;
    private final MoneyTexts texts;
    private final RecipientMoney money;

    RecipientPages(
            PlanQueries queries,
            Programmes programmes,
            RecipientAccess access,
            CurrentCaller caller,
            BusinessClock clock,
            MoneyTexts texts,
            RecipientMoney money) {
        this.queries = queries;
        this.programmes = programmes;
        this.access = access;
        this.caller = caller;
        this.clock = clock;
        this.texts = texts;
        this.money = money;
    }

    /** As of the field's instant, where it holds one. */
    RecipientPage page(String programme, String recipient, AsOfField asked) {
        Subject subject = subject(programme, recipient);
        Optional<PlanDocument> stored = queries.find(PlanQueries.programme(programme));
        AsOfField field = asked;
        @Nullable Explained then = null;
        try {
            then = field.instant() == null
                    ? null
                    : queries.explained(new Query(
                            programme, List.of(), null, field.instant().toString()));
        } catch (ProblemException problem) {
            field = field.wrong(
                    problem.problem().status() == NOT_FOUND
                            ? texts.say(
                                    "Då var inga regler för statsbidraget i kraft. Välj en senare dag.",
                                    "No rules of the grant were in force then. Choose a later day.")
                            : texts.say(
                                    "Beräkningen för den tiden går inte att visa just nu. Försök igen om en stund.",
                                    "The calculation as of then cannot be shown now. Try again in a while."));
        }
        if (stored.isEmpty()) {
            return new RecipientPage(
                    subject, null, null, List.of(), List.of(), view(field, null, recipient), List.of(), "", null);
        }
        Explained now = queries.explained(Query.inForce(programme));
        Explained shown = then == null ? now : then;
        RecipientCode code = new RecipientCode(recipient);
        ProgrammeDefinition definition = shown.calculation().definition();
        PlanExplanation explanation =
                PlanExplanation.of(definition, shown.calculation().facts());
        boolean known = definition.recipient(code).isPresent();
        return new RecipientPage(
                subject,
                texts.standing(now.document()),
                total(now.document(), recipient),
                pots(now, then, code),
                ties(now, recipient),
                view(field, then, recipient),
                known
                        ? CalculationTree.of(explanation.recipient(code), texts.language(), subject.getAddress())
                        : List.of(),
                known ? explanation.text(code) : "",
                money.of(now.calculation(), code));
    }

    /** @throws ProblemException 404 when there is no such programme or recipient */
    Subject subject(String programme, String recipient) {
        ProgrammeInForce inForce = programmes.require(PlanQueries.programme(programme));
        ProgrammeDefinition definition = inForce.definition();
        Recipient own = definition.recipients().stream()
                .filter(each -> each.code().value().equals(recipient))
                .findFirst()
                .orElseThrow(() -> Problems.notFound("recipient '" + recipient + "' of programme '" + programme + "'"));
        return new Subject(
                programme,
                texts.title(definition.title()),
                recipient,
                own.name(),
                access.readable(definition).stream()
                        .map(each -> choice(programme, each, each.name(), each.equals(own)))
                        .toList(),
                grants(inForce, own),
                caller.get().readsAll());
    }

    /** The grants of the same organisation, which may have more than one code. */
    private List<Subject.Choice> grants(ProgrammeInForce here, Recipient own) {
        List<Subject.Choice> grants = new ArrayList<>();
        for (ProgrammeInForce each : programmes.current().programmes()) {
            each.definition().recipients().stream()
                    .filter(other -> other.code().equals(own.code())
                            || (own.organisationNumber() != null
                                    && Objects.equals(other.organisationNumber(), own.organisationNumber())))
                    .filter(other ->
                            !(each.id().equals(here.id()) && other.code().equals(own.code())))
                    .map(other -> choice(
                            each.id().value(),
                            other,
                            texts.title(each.definition().title())
                                    + (other.code().equals(own.code()) ? "" : " (" + other.name() + ")"),
                            false))
                    .forEach(grants::add);
        }
        return grants;
    }

    private static Subject.Choice choice(String programme, Recipient recipient, String name, boolean chosen) {
        return new Subject.Choice(
                "/money/" + programme + "/" + recipient.code(), recipient.code().value(), name, chosen);
    }

    private AsOfView view(AsOfField field, @Nullable Explained then, String recipient) {
        return new AsOfView(
                field.day(),
                field.time(),
                field.fault(),
                then == null ? null : field.instant(),
                then == null ? null : Objects.requireNonNullElse(total(then.document(), recipient), 0L),
                then == null ? "" : texts.status(then.document().status()),
                LocalDate.ofInstant(clock.instant(), DeadlineDay.SWEDEN).toString());
    }

    Instant now() {
        return clock.instant();
    }

    private static @Nullable Long total(PlanDocument plan, String recipient) {
        return plan.findRecipient(recipient).map(PlanDocument.Recipient::total).orElse(null);
    }

    private static List<RecipientPage.Pot> pots(Explained now, @Nullable Explained then, RecipientCode recipient) {
        ProgrammeDefinition definition = now.calculation().definition();
        Map<String, Long> amounts = lines(now.document(), recipient);
        Map<String, Long> earlier = then == null ? Map.of() : lines(then.document(), recipient);
        Map<String, String> status = new HashMap<>();
        now.document().pots().forEach(pot -> status.put(pot.pot(), pot.status()));
        return definition.pots().stream()
                .filter(pot -> pot.isFor(recipient))
                .map(pot -> {
                    String id = pot.id().value();
                    long amount = amounts.getOrDefault(id, 0L);
                    Long cap = cap(definition, pot, recipient);
                    return new RecipientPage.Pot(
                            id,
                            pot.title(),
                            pot.rule(),
                            CalculationTree.id("line/" + id + "/" + recipient),
                            "CLOSED".equals(status.get(id)),
                            amount,
                            cap,
                            cap == null || cap == 0 ? null : share(amount, cap),
                            then == null ? null : earlier.getOrDefault(id, 0L));
                })
                .toList();
    }

    private static @Nullable Long cap(ProgrammeDefinition definition, PotDefinition pot, RecipientCode recipient) {
        return pot.key() instanceof AllocationKey.UnitPriceWithCap capped
                ? definition.table(capped.caps()).values().get(recipient)
                : null;
    }

    private static long share(long amount, long cap) {
        return BigInteger.valueOf(amount)
                .multiply(TENTHS_OF_A_PERCENT)
                .divide(BigInteger.valueOf(cap))
                .longValueExact();
    }

    private static Map<String, Long> lines(PlanDocument plan, RecipientCode recipient) {
        Map<String, Long> lines = new HashMap<>();
        plan.findRecipient(recipient.value())
                .ifPresent(part -> part.lines().forEach(line -> lines.put(line.pot(), line.amount())));
        return lines;
    }

    private List<String> ties(Explained now, String recipient) {
        ProgrammeDefinition definition = now.calculation().definition();
        return now.document().ties().stream()
                .filter(tie -> tie.provisional() && tie.tied().contains(recipient))
                .map(tie -> definition.pots().stream()
                        .filter(pot -> pot.id().value().equals(tie.pot()))
                        .map(PotDefinition::title)
                        .findFirst()
                        .orElse(tie.pot()))
                .toList();
    }
}
