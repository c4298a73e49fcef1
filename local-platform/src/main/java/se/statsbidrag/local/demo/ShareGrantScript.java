package se.statsbidrag.local.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What happens in a share grant's year: county by county all requisition, but for some; some ask for less than their share,
 * some want what others leave. Officers approve many at once, and return one, which is completed after the last day but
 * within the time that it was given. Conditions that payment waits for are noted.
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
        script.acts.add(new Act.Decide(grant.lastDay().plusDays(21).atTime(MORNING), grant.programme(), ""));
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
            int county = counties.indexOf(recipient.code().substring(0, 2));
            LocalDateTime at = days[county % days.length].atTime(MORNING);
            acts.add(new Act.Requisition(at, grant.programme(), recipient.code(), content(recipient, wish)));
            if (!recipient.equals(returned)) {
                (at.isBefore(middle) ? first : last).add(recipient.code());
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
            for (ShareGrant.Recipient recipient : grant.recipients()) {
                if (Wish.of(grant.recipients().indexOf(recipient)) != Wish.NOTHING) {
                    acts.add(new Act.NoteCondition(at, grant.programme(), recipient.code(), condition));
                }
            }
        }
    }
}
