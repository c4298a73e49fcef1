package se.statsbidrag.events.quarkus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.inbox.LogFeed;
import se.statsbidrag.events.inbox.OwnLogFeed;
import se.statsbidrag.events.inbox.SourceUnreachable;
import se.statsbidrag.events.log.Head;
import se.statsbidrag.events.log.NotYetReached;

/** How far the logs had come at an instant, the same for ever: every source first confirms that no more can be recorded by then. */
@ApplicationScoped
public class AsOf {
    private static final Duration TO_ARRIVE = Duration.ofSeconds(10);

    private final Followers followers;
    private final Logs logs;
    private final Sealing sealing;

    @Inject
    AsOf(Followers followers, Logs logs, Sealing sealing) {
        this.followers = followers;
        this.logs = logs;
        this.sealing = sealing;
    }

    /**
     * How far the logs that this service owns or follows had come at the instant, by log; one without any event by then is
     * left out.
     *
     * @throws ProblemException 422 naming the field {@code asOf} and the source whose clock has not come so far within 5
     *     seconds; 503 when a source does not answer
     */
    public SortedMap<String, Long> positionsAt(Instant instant) {
        Map<String, Long> heads = sealAll(instant);
        awaitCopies(heads);
        SortedMap<String, Long> positions = new TreeMap<>();
        heads.forEach((log, head) -> {
            long position = logs.source(log).positionRecordedBy(instant, head);
            if (position > 0) {
                positions.put(log, position);
            }
        });
        return positions;
    }

    /** All sources at once, since each may wait for its clock. */
    private Map<String, Long> sealAll(Instant instant) {
        Map<String, Future<Head>> sealing = new LinkedHashMap<>();
        Map<String, Long> heads = new TreeMap<>();
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            for (LogFeed feed : followers.feeds()) {
                sealing.put(feed.log(), together.submit(seal(feed, instant)));
            }
            for (Map.Entry<String, Future<Head>> sealed : sealing.entrySet()) {
                heads.put(sealed.getKey(), sealed.getValue().get().position());
            }
            return heads;
        } catch (ExecutionException e) {
            throw problem(e.getCause(), instant);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problems.unavailable("The service is ending");
        }
    }

    private Callable<Head> seal(LogFeed feed, Instant instant) {
        return feed instanceof OwnLogFeed ? () -> sealing.seal(instant) : () -> feed.seal(instant);
    }

    private static RuntimeException problem(@Nullable Throwable cause, Instant instant) {
        return switch (cause) {
            case NotYetReached notYet ->
                Problems.invalid(
                        "asOf", instant.toString(), String.valueOf(notYet.getMessage()), "Ask for an earlier instant");
            case SourceUnreachable silent -> Problems.unavailable(String.valueOf(silent.getMessage()));
            case RuntimeException other -> other;
            case null, default -> new IllegalStateException(cause);
        };
    }

    private void awaitCopies(Map<String, Long> heads) {
        followers.catchUpAll();
        try {
            if (!followers.watermarks().await(heads, TO_ARRIVE)) {
                throw Problems.unavailable("Not all events have arrived here: "
                        + followers.watermarks().current() + " of " + heads);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problems.unavailable("The service is ending");
        }
    }
}
