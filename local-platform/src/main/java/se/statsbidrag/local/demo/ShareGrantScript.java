package se.statsbidrag.local.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happens in a share grant's year: county by county all requisition, but for some; some ask for less than their share,
 * some want what others leave. Officers approve many at once, and return one, which is completed after the last day but
 * within the time that it was given; one comes too late and is let in. Conditions that payment waits for are noted. Where
 * there are none, what is requisitioned is paid at once, and who then asks for less pays the difference back.
 */
final class ShareGrantScript {

    private static final int DAYS_OF_REQUISITIONS = 6;
    private static final LocalTime MORNING = LocalTime.of(10, 20);
    private static final LocalTime AFTERNOON = LocalTime.of(15, 40);

    private final ShareGrant grant;
    private final List<Act> acts = new ArrayList<>();

    private ShareGrantScript(ShareGrant grant) {
        this.grant = grant;
    }

    /** What a recipient does, by its place in the list, so that it is the same each time. */
    enum Wish {
        NOTHING,
        LESS,
        ALL,
        ALL_AND_MORE;

        static Wish of(int place) {
            if (place % 13 == 5) {
                return NOTHING;
            }
            if (place % 7 == 3) {
                return LESS;
            }
            return place % 3 == 0 ? ALL : ALL_AND_MORE;
        }
    }

    /** The acts, by time. */
    static List<Act> of(ShareGrant grant) {
        ShareGrantScript script = new ShareGrantScript(grant);
        script.requisitions();
        script.conditions();
        script.money();
        script.acts.addAll(ShareGrantAftermath.of(grant));
        script.acts.sort(Comparator.comparing(Act::at));
        return List.copyOf(script.acts);
    }

    private void requisitions() {
        LocalDate[] days = days();
        LocalDateTime middle = days[days.length / 2].atTime(AFTERNOON);
        LocalDateTime end = grant.lastDay().atTime(AFTERNOON);
        ShareGrant.Recipient returned = grant.recipients().get(1);
        List<String> first = new ArrayList<>();
        List<String> last = new ArrayList<>();
        List<String> counties = List.copyOf(grant.byCounty().keySet());
        for (int place = 0; place < grant.recipients().size(); place++) {
            ShareGrant.Recipient recipient = grant.recipients().get(place);
            Wish wish = Wish.of(place);
            if (wish == Wish.NOTHING) {
                continue;
            }
            boolean lowered = recipient.equals(lowers(grant));
            int county = counties.indexOf(recipient.code().substring(0, 2));
            LocalDateTime at = days[county % days.length].atTime(MORNING);
            acts.add(new Act.Requisition(at, grant.programme(), recipient.code(), content(recipient, wish)));
            if (!recipient.equals(returned)) {
                (at.isBefore(middle) ? first : last).add(recipient.code());
            }
            if (lowered) {
                Map<String, Object> less = new LinkedHashMap<>(content(recipient, wish));
                less.put("amount", recipient.share() / 2);
                acts.add(new Act.Requisition(
                        middle.toLocalDate().plusDays(5).atTime(MORNING), grant.programme(), recipient.code(), less));
                last.add(recipient.code());
            }
        }
        acts.add(new Act.ApproveAll(middle, grant.programme(), first));
        acts.add(new Act.ApproveAll(end, grant.programme(), last));
        acts.add(new Act.Return(
                end, grant.programme(), returned.code(), grant.lastDay().plusDays(8)));
        Map<String, Object> completed = new LinkedHashMap<>(content(returned, Wish.of(1)));
        completed.put("purposes", returned.purposes());
        acts.add(new Act.Requisition(
                grant.lastDay().plusDays(5).atTime(MORNING), grant.programme(), returned.code(), completed));
        acts.add(new Act.Approve(grant.lastDay().plusDays(6).atTime(AFTERNOON), grant.programme(), returned.code()));
    }

    /** Who comes too late, and is let in: the last of those who had asked for nothing. */
    static ShareGrant.Recipient late(ShareGrant grant) {
        return grant.recipients().get(lastPlace(grant));
    }

    private static int lastPlace(ShareGrant grant) {
        int place = grant.recipients().size() - 1;
        while (Wish.of(place) != Wish.NOTHING) {
            place--;
        }
        return place;
    }

    /** Who asks for less after it was paid: wanted no more than all, early. Only where payment waits for no condition. */
    static ShareGrant.@Nullable Recipient lowers(ShareGrant grant) {
        String first = grant.byCounty().firstKey();
        for (int place = 3;
                place < grant.recipients().size() && grant.conditions().isEmpty();
                place++) {
            ShareGrant.Recipient recipient = grant.recipients().get(place);
            if (recipient.code().startsWith(first) && Wish.of(place) == Wish.ALL) {
                return recipient;
            }
        }
        return null;
    }

    /** Those who requisitioned, by place. */
    static List<ShareGrant.Recipient> taking(ShareGrant grant) {
        List<ShareGrant.Recipient> taking = new ArrayList<>();
        for (int place = 0; place < grant.recipients().size(); place++) {
            if (Wish.of(place) != Wish.NOTHING || place == lastPlace(grant)) {
                taking.add(grant.recipients().get(place));
            }
        }
        return taking;
    }

    /** What comes too late is let in by two officers; what others left is handed out by a decision of its own (R-T5, I-R4). */
    private void money() {
        String programme = grant.programme();
        ShareGrant.Recipient late = late(grant);
        acts.add(new Act.Requisition(
                grant.lastDay().plusDays(2).atTime(MORNING), programme, late.code(), content(late, Wish.ALL)));
        acts.add(new Act.AdmitRequisition(grant.lastDay().plusDays(12).atTime(MORNING), programme, late.code()));
        acts.add(new Act.Approve(grant.lastDay().plusDays(13).atTime(MORNING), programme, late.code()));
        acts.add(new MoneyAct.SetPaymentDetails(grant.opens().atTime(MORNING), programme));
        acts.add(new MoneyAct.DrawFrame(grant.opens().plusDays(1).atTime(MORNING), programme));
        String rejected = grant.recipients().get(2).code();
        boolean atOnce = grant.conditions().isEmpty();
        if (atOnce) {
            LocalDate day = days()[DAYS_OF_REQUISITIONS / 2].plusDays(1);
            acts.add(new Act.Decide(day.atTime(MORNING), programme, grant.pots(), Act.Decide.REQUISITIONED));
            pay(day.plusDays(1), rejected);
        }
        acts.add(new Act.Decide(
                grant.lastDay().plusDays(21).atTime(MORNING), programme, grant.pots(), Act.Decide.REQUISITIONED));
        pay(grant.lastDay().plusDays(22), atOnce ? "" : rejected);
        acts.add(new Act.Decide(
                grant.lastDay().plusDays(27).atTime(MORNING), programme, List.of(), Act.Decide.LEFT_BY_OTHERS));
        pay(grant.lastDay().plusDays(28), "");
    }

    /** What the bank rejects is paid some days later, to another account. */
    private void pay(LocalDate from, String rejected) {
        LocalDate day = bankDay(from);
        acts.add(new MoneyAct.OrderPayments(day.atTime(MORNING), grant.programme()));
        acts.add(new MoneyAct.BankAnswers(
                day.atTime(AFTERNOON), grant.programme(), rejected.isEmpty() ? Set.of() : Set.of(rejected)));
        if (!rejected.isEmpty()) {
            LocalDate again = bankDay(day.plusDays(3));
            acts.add(new MoneyAct.ChangePaymentDetails(again.atTime(MORNING), grant.programme(), rejected));
            acts.add(new MoneyAct.OrderPayments(again.atTime(MORNING), grant.programme()));
            acts.add(new MoneyAct.BankAnswers(again.atTime(AFTERNOON), grant.programme(), Set.of()));
        }
    }

    private static LocalDate bankDay(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }

    /** Spread over the time that requisitions are open. */
    private LocalDate[] days() {
        long open = grant.lastDay().toEpochDay() - grant.opens().toEpochDay() - 1;
        LocalDate[] days = new LocalDate[DAYS_OF_REQUISITIONS];
        for (int day = 0; day < days.length; day++) {
            days[day] = grant.opens().plusDays(1 + open * day / days.length);
        }
        return days;
    }

    private static Map<String, Object> content(ShareGrant.Recipient recipient, Wish wish) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("amount", wish == Wish.LESS ? Math.max(1, recipient.share() * 3 / 4) : recipient.share());
        content.put("wantsRemainingFunds", wish != Wish.ALL);
        content.put("certified", true);
        if (!recipient.purposes().isEmpty()) {
            content.put("purposes", List.of(recipient.purposes().getLast()));
        }
        if (recipient.plan()) {
            content.put("plan", plan(recipient));
        }
        return content;
    }

    private static Map<String, Object> plan(ShareGrant.Recipient recipient) {
        return recipient.statesMeasures()
                ? Map.of(
                        "measures",
                        List.of(Map.of(
                                "purpose",
                                recipient.purposes().getFirst(),
                                "description",
                                "Påhittad insats i demonstrationen",
                                "carriedOutBy",
                                List.of(recipient.code()))))
                : Map.of("reference", "Länets gemensamma plan, påhittad för demonstrationen");
    }

    private void conditions() {
        LocalDateTime at = grant.lastDay().plusDays(20).atTime(MORNING);
        for (String condition : grant.conditions()) {
            for (ShareGrant.Recipient recipient : taking(grant)) {
                acts.add(new Act.NoteCondition(at, grant.programme(), recipient.code(), condition));
            }
        }
    }
}
