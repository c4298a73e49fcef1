package se.statsbidrag.reporting.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.access.Caller;
import se.statsbidrag.events.access.Role;
import se.statsbidrag.events.deadline.DeadlineInForce;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.BusinessClock;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.pages.Forms;
import se.statsbidrag.pages.Language;
import se.statsbidrag.pages.Places;
import se.statsbidrag.reporting.domain.FollowedRequisition;
import se.statsbidrag.reporting.domain.FollowedRequisition.State;
import se.statsbidrag.reporting.read.FollowedRequisitions;
import se.statsbidrag.reporting.read.PlanStore.ShownPlan;
import se.statsbidrag.reporting.read.WaitingDeliveries;
import se.statsbidrag.rules.programme.DeadlineDay;

/** What of a programme needs a human today. */
@ApplicationScoped
public class WhatWaits {
    private static final int SOON = 10;

    private final FollowedRequisitions requisitions;
    private final WaitingDeliveries deliveries;
    private final BusinessClock clock;
    private final CurrentCaller caller;
    private final Places places;
    private final Language language;

    WhatWaits(
            FollowedRequisitions requisitions,
            WaitingDeliveries deliveries,
            BusinessClock clock,
            CurrentCaller caller,
            Places places,
            Language language) {
        this.requisitions = requisitions;
        this.deliveries = deliveries;
        this.clock = clock;
        this.caller = caller;
        this.places = places;
        this.language = language;
    }

    /**
     * Something that waits.
     *
     * @param id stable
     * @param note what comes of it, or until when; may be empty
     * @param address where it is dealt with; null for who may not go there
     */
    public record Item(
            String id,
            long count,
            String text,
            String note,
            @Nullable String address) {}

    /** All that waits, what holds up most first; nothing that does not. */
    List<Item> of(ProgrammeInForce programme, @Nullable ShownPlan plan, Map<String, FollowedRequisition> standing) {
        String id = programme.id().value();
        Collection<FollowedRequisition> all = standing.values();
        List<Item> items = new ArrayList<>();
        if (plan != null && plan.plan().status().equals("STALE")) {
            items.add(new Item(
                    "stale",
                    1,
                    language.say("inaktuell plan", "plan out of date"),
                    language.say("Den senaste beräkningen gick inte att göra.", "The latest computation failed."),
                    "#plan-rubrik"));
        }
        long waiting = count(all, each -> each.state() == State.WAITING);
        items.add(new Item(
                "waiting",
                waiting,
                one(waiting, "rekvisition", "requisition") + language.say(" att besluta om", " to decide on"),
                language.say(
                        "Deras andelar är reserverade tills de är avgjorda.", "Their shares are reserved until then."),
                desk("?programme=" + id)));
        long late = count(all, FollowedRequisition::lateWaits);
        items.add(new Item(
                "late",
                late,
                late == 1
                        ? language.say("sen rekvisition", "late requisition")
                        : language.say("sena rekvisitioner", "late requisitions"),
                language.say(
                        "Räknas inte förrän två personer har släppt in dem.",
                        "They count for nothing until two persons admit them."),
                desk("/late-arrivals?programme=" + id)));
        long held = all.stream().mapToLong(FollowedRequisition::held).sum();
        items.add(new Item(
                "held",
                held,
                one(held, "rekvisition", "requisition") + language.say(" som hålls", " held"),
                language.say("Avsändaren saknar uppdrag i kraft.", "The sender has no mandate in force."),
                desk("?waitsFor=HELD&programme=" + id)));
        long lateDeliveries = deliveries.count(programme);
        items.add(new Item(
                "late-deliveries",
                lateDeliveries,
                lateDeliveries == 1
                        ? language.say("sen leverans av uppgifter", "late delivery of data")
                        : language.say("sena leveranser av uppgifter", "late deliveries of data"),
                language.say(
                        "Räknas i statistiken men ger inga pengar.", "They count as statistics and move no money."),
                caller.get().readsAll() ? "/overview/programmes/" + id + "/data-quality" : null));
        long ties = plan == null ? 0 : plan.plan().openTies();
        items.add(new Item(
                "ties",
                ties,
                ties == 1
                        ? language.say("delad plats att avgöra", "tie to resolve")
                        : language.say("delade platser att avgöra", "ties to resolve"),
                language.say("Fördelningen är provisorisk tills dess.", "The shares are provisional until then."),
                is(Role.OFFICER, Role.DECISION_MAKER, Role.ECONOMIST) ? places.getMoney() + "/ties" : null));
        long unmet = requisitions.unmetConditions(programme, standing).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        items.add(new Item(
                "conditions",
                unmet,
                language.say("villkor som inte har noterats som ", "")
                        + (unmet == 1
                                ? language.say("uppfyllt", "condition not noted as met")
                                : language.say("uppfyllda", "conditions not noted as met")),
                language.say("Inget betalas ut till den som saknar dem.", "Nothing is paid to those who lack them."),
                "/overview/programmes/" + id + "#regioner-rubrik"));
        LocalDate today = LocalDate.ofInstant(clock.instant(), DeadlineDay.SWEDEN);
        List<DeadlineInForce> soon = programme.deadlines().stream()
                .filter(deadline -> !deadline.passed())
                .filter(deadline -> within(today, deadline.dueDate()))
                .sorted(Comparator.comparing(DeadlineInForce::dueDate))
                .toList();
        items.add(new Item(
                "deadlines",
                soon.size(),
                soon.size() == 1
                        ? language.say("sista dag inom tio dagar", "deadline within ten days")
                        : language.say("sista dagar inom tio dagar", "deadlines within ten days"),
                soon.isEmpty() ? "" : next(soon.getFirst()),
                "#datum-rubrik"));
        items.removeIf(item -> item.count() == 0);
        return items;
    }

    private static long count(Collection<FollowedRequisition> all, Predicate<FollowedRequisition> what) {
        return all.stream().filter(what).count();
    }

    /** The word in its number, for words whose plural is formed as these languages mostly do. */
    private String one(long count, String swedish, String english) {
        return language.say(swedish, english) + (count == 1 ? "" : language.say("er", "s"));
    }

    private static boolean within(LocalDate today, LocalDate due) {
        long left = ChronoUnit.DAYS.between(today, due);
        return left >= 0 && left <= SOON;
    }

    /** Its title is the definition's own. */
    private String next(DeadlineInForce deadline) {
        return language.say("Först: ", "First: ")
                + deadline.definition().title() + ", "
                + Forms.day(language.current(), deadline.dueDate()) + ".";
    }

    /** For who works there. */
    private @Nullable String desk(String place) {
        return is(Role.OFFICER, Role.DECISION_MAKER) ? places.getCases() + "/desk" + place : null;
    }

    private boolean is(Role... any) {
        Caller who = caller.get();
        return who.is(any);
    }
}
