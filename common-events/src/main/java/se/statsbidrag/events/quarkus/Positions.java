package se.statsbidrag.events.quarkus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.inbox.Watermarks;

/** Lets a reader see what was recorded: waits until read models include the positions that the caller names. */
@ApplicationScoped
public class Positions {
    private static final Pattern FORM = Pattern.compile("([a-z]+):([0-9]{1,18})");
    private static final int LONGEST_WAIT = 10;

    private final Followers followers;

    @Inject
    Positions(Followers followers) {
        this.followers = followers;
    }

    /**
     * Returns once all these positions are included.
     *
     * @param after each {@code <log>:<position>}; none for no waiting
     * @param waitSeconds how long at most, 0 to 10; null for 0
     * @throws ProblemException 422 for what is not such a position or an unknown log, 504 saying how far they have come
     */
    public void await(List<String> after, @Nullable Integer waitSeconds) {
        Watermarks watermarks = followers.watermarks();
        Map<String, Long> wanted = parse(after, waitSeconds, watermarks.logs());
        if (wanted.isEmpty()) {
            return;
        }
        Duration atMost = Duration.ofSeconds(waitSeconds == null ? 0 : waitSeconds);
        try {
            if (!watermarks.await(wanted, atMost)) {
                throw Problems.notYetThere("Included so far: " + text(watermarks.current()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problems.unavailable("The service is ending");
        }
    }

    /** How far this service's read models have come, such as {@code operations:12, requisitions:8}. */
    public String current() {
        return text(followers.watermarks().current());
    }

    private static Map<String, Long> parse(List<String> after, @Nullable Integer waitSeconds, List<String> logs) {
        List<Fault> faults = new ArrayList<>();
        Map<String, Long> wanted = new TreeMap<>();
        for (String position : after) {
            Matcher matcher = FORM.matcher(position);
            if (!matcher.matches()) {
                faults.add(Fault.of(
                        "after",
                        position,
                        "It is not <log>:<position>",
                        "Send a log and position that a command answered"));
            } else if (!logs.contains(matcher.group(1))) {
                faults.add(Fault.of(
                        "after",
                        position,
                        "There is no log '" + matcher.group(1) + "' here",
                        "Name one of " + String.join(", ", logs)));
            } else {
                wanted.merge(matcher.group(1), Long.parseLong(matcher.group(2)), Math::max);
            }
        }
        if (waitSeconds != null && (waitSeconds < 0 || waitSeconds > LONGEST_WAIT)) {
            faults.add(Fault.of(
                    "wait", waitSeconds.toString(), "It is not between 0 and 10", "Wait at most 10 seconds at a time"));
        }
        if (!faults.isEmpty()) {
            throw Problems.invalid(faults);
        }
        return wanted;
    }

    private static String text(Map<String, Long> positions) {
        return positions.entrySet().stream()
                .map(position -> position.getKey() + ":" + position.getValue())
                .collect(Collectors.joining(", "));
    }
}
