package se.statsbidrag.events.quarkus;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import se.statsbidrag.events.access.PersonalNumber;

/**
 * What every request is held to before anything looks at it: a rate per address and per caller, a longest time for its
 * body, no personal identity number in its address; and the headers that every answer carries. The rates are kept by
 * Bucket4j, each instance for itself.
 */
@ApplicationScoped
public class RequestLimits {
    private static final int BEFORE_ALL_ROUTES = 1_100;
    private static final long MOST_CALLERS = 100_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";

    private final CurrentCaller caller;
    private final long perAddress;
    private final long perCaller;
    private final Duration longestBody;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_CALLERS)
            .expireAfterAccess(FORGOTTEN_AFTER)
            .build();

    @Inject
    RequestLimits(
            CurrentCaller caller,
            @ConfigProperty(name = "statsbidrag.limits.requests-per-second-and-address") long perAddress,
            @ConfigProperty(name = "statsbidrag.limits.requests-per-second-and-caller") long perCaller,
            @ConfigProperty(name = "statsbidrag.limits.longest-body") Duration longestBody) {
        this.caller = caller;
        this.perAddress = perAddress;
        this.perCaller = perCaller;
        this.longestBody = longestBody;
    }

    void register(@Observes Filters filters) {
        filters.register(this::filter, BEFORE_ALL_ROUTES);
    }

    private void filter(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        context.addHeadersEndHandler(_ -> addHeaders(request, response));
        String address =
                request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
        long wait = secondsToWait("address " + address, perAddress);
        if (wait > 0) {
            response.putHeader("Retry-After", Long.toString(wait));
            end(context, tooMany());
            return;
        }
        if (PersonalNumber.standsIn(request.uri())) {
            end(
                    context,
                    Problems.of(
                                    400,
                                    "personal-number",
                                    "A personal identity number stands in the address",
                                    "Addresses are kept in logs on the way; nothing was recorded",
                                    "Leave it out, and tell nobody by an address who somebody is")
                            .problem());
            return;
        }
        if (request.uri().contains("%00")) {
            end(
                    context,
                    Problems.of(
                                    400,
                                    "null-character",
                                    "The character U+0000 stands in the address",
                                    "No text here can hold it; nothing was recorded",
                                    "Leave it out")
                            .problem());
            return;
        }
        limitTime(context);
        context.next();
    }

    /** The same for each caller, whatever address he calls from; asked when he is known. */
    @ServerRequestFilter
    public void limitCaller() {
        if (caller.isAnonymous()) {
            return;
        }
        long wait = secondsToWait("caller " + caller.get().subject(), perCaller);
        if (wait > 0) {
            throw new TooManyRequests(tooMany(), wait);
        }
    }

    private long secondsToWait(String who, long perSecond) {
        Bucket bucket = buckets.get(
                who,
                _ -> Bucket.builder()
                        .addLimit(Bandwidth.builder()
                                .capacity(Math.multiplyExact(perSecond, 2))
                                .refillGreedy(perSecond, Duration.ofSeconds(1))
                                .build())
                        .build());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
    }

    /**
     * A body that does not end is cut off, so that no request outlives the minute before a deadline's mark. What is only read
     * waits for no body: a stream of events lasts as long as its reader.
     */
    private void limitTime(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.isEnded() || request.method().equals(HttpMethod.GET)) {
            return;
        }
        long timer = context.vertx().setTimer(longestBody.toMillis(), _ -> {
            if (!request.isEnded()) {
                request.connection().close();
            }
        });
        context.addEndHandler(_ -> context.vertx().cancelTimer(timer));
    }

    static Problem tooMany() {
        return Problems.of(
                        429,
                        "too-many-requests",
                        "Too many requests",
                        "More requests came than one caller may send in a second; nothing was recorded",
                        "Wait as long as Retry-After says, then go on more slowly")
                .problem();
    }

    private static void end(RoutingContext context, Problem problem) {
        context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", ProblemMappers.MEDIA_TYPE)
                .end(StrictJson.write(problem));
    }

    private static void addHeaders(HttpServerRequest request, HttpServerResponse response) {
        putIfAbsent(response, "X-Content-Type-Options", "nosniff");
        putIfAbsent(response, "X-Frame-Options", "DENY");
        putIfAbsent(response, "Referrer-Policy", "same-origin");
        putIfAbsent(response, "Cross-Origin-Opener-Policy", "same-origin");
        putIfAbsent(response, "Content-Security-Policy", POLICY);
        if (request.isSSL()) {
            putIfAbsent(response, "Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    private static void putIfAbsent(HttpServerResponse response, String name, String value) {
        if (!response.headers().contains(name)) {
            response.putHeader(name, value);
        }
    }
}
