package se.statsbidrag.events.quarkus;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.inbox.FollowerState;
import se.statsbidrag.events.inbox.InboxStore;
import se.statsbidrag.events.inbox.LogFeed;
import se.statsbidrag.events.inbox.LogFollower;
import se.statsbidrag.events.inbox.OwnLogFeed;
import se.statsbidrag.events.inbox.Projection;
import se.statsbidrag.events.inbox.Rebuild;
import se.statsbidrag.events.inbox.Watermarks;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.Transactions;

/** Follows the own log and others', each with a worker that also compares with the source's head every 2 seconds. */
@Singleton
class Followers {
    private static final Duration COMPARE_EVERY = Duration.ofSeconds(2);
    private static final int REBUILD_SECONDS = 3600;

    private final Settings settings;
    private final Rebuild rebuild;
    private final List<Projection> projections;
    private final Watermarks watermarks;
    private final Map<String, LogFeed> feeds = new LinkedHashMap<>();
    private final Map<String, LogFollower> followers = new LinkedHashMap<>();
    private final Map<String, Worker> workers = new LinkedHashMap<>();
    private final String own;
    private final Refusals refusals;
    private final Set<String> recorded = ConcurrentHashMap.newKeySet();

    @Inject
    Followers(
            Settings settings,
            Logs logs,
            EventLog log,
            InboxStore store,
            Transactions transactions,
            EventCodec codec,
            SisterCalls sisters,
            Refusals refusals,
            @All List<Projection> projections) {
        this.settings = settings;
        this.refusals = refusals;
        this.own = log.name();
        this.projections = projections;
        this.watermarks = new Watermarks(store, logs.names());
        this.rebuild = new Rebuild(logs.all(), store, new JtaTransactions(REBUILD_SECONDS), codec);
        feeds.put(own, new OwnLogFeed(log));
        settings.followedLogs().forEach(name -> feeds.put(name, new HttpLogFeed(name, settings.source(name), sisters)));
        feeds.forEach((name, feed) -> {
            LogFollower follower = new LogFollower(
                    feed, !name.equals(own), store, transactions, codec, projections, watermarks::moved);
            followers.put(name, follower);
            workers.put(name, new Worker("follower-" + name, COMPARE_EVERY, () -> {
                follower.catchUp();
                recordStop(follower.state());
            }));
        });
    }

    /** Once for each start: a log that is not what it was is a refusal that matters (architecture: truth 17). */
    private void recordStop(FollowerState state) {
        if (state instanceof FollowerState.Stopped stopped && recorded.add(stopped.log())) {
            refusals.ofBrokenChain(stopped.event() + ": " + stopped.reason());
        }
    }

    void start(@Observes StartupEvent event) {
        if (settings.rebuildAtStart()) {
            rebuild.rebuild(projections);
        }
        workers.values().forEach(Worker::start);
    }

    void stop(@Observes ShutdownEvent event) {
        workers.values().forEach(Worker::close);
    }

    /** Something was appended to the own log. */
    void nudge() {
        Worker worker = workers.get(own);
        if (worker != null) {
            worker.nudge();
        }
    }

    void receive(String log, List<RecordedEvent> events) {
        LogFollower follower = followers.get(log);
        if (follower == null) {
            throw new IllegalArgumentException("log '" + log + "' is not among statsbidrag.log.followed");
        }
        follower.receive(events);
    }

    /** Takes in all that the sources hold now, as far as they answer. */
    void catchUpAll() {
        followers.values().forEach(LogFollower::catchUp);
    }

    List<FollowerState> states() {
        return followers.values().stream().map(LogFollower::state).toList();
    }

    List<LogFeed> feeds() {
        return new ArrayList<>(feeds.values());
    }

    Watermarks watermarks() {
        return watermarks;
    }
}
