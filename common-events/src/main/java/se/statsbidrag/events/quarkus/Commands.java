package se.statsbidrag.events.quarkus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.access.Caller;
import se.statsbidrag.events.log.Claim;
import se.statsbidrag.events.log.HeadAhead;
import se.statsbidrag.events.log.Origin;
import se.statsbidrag.events.log.ReceiptKey;
import se.statsbidrag.events.log.Receipts;
import se.statsbidrag.events.log.StoredAnswer;
import se.statsbidrag.events.log.Transactions;
import se.statsbidrag.events.log.VersionConflict;

/**
 * Runs what changes something: in one transaction with its receipt, again when another writer was first, and always ended
 * before a deadline's mark can follow it.
 */
@ApplicationScoped
public class Commands {
    private static final Logger LOGGER = Logger.getLogger(Commands.class);
    private static final Pattern ENTITY_TAG = Pattern.compile("\"([0-9]{1,18})\"");
    private static final Set<String> WORTH_ANOTHER_TRY = Set.of("40001", "40P01");
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;
    private static final int MOST_TRIES = 8;
    /** With the transaction's own time limit this stays below the minute after which a mark may follow. */
    private static final Duration LATEST_TRY = Duration.ofSeconds(15);

    private final Transactions transactions;
    private final Receipts receipts;
    private final BusinessClock clock;
    private final CommandGate gate;
    private final Told told;
    private final ContainerRequestContext request;
    private final CurrentCaller current;
    private final People people;

    @Inject
    Commands(
            Transactions transactions,
            Receipts receipts,
            BusinessClock clock,
            CommandGate gate,
            Told told,
            ContainerRequestContext request,
            CurrentCaller current,
            People people) {
        this.transactions = transactions;
        this.receipts = receipts;
        this.clock = clock;
        this.gate = gate;
        this.told = told;
        this.request = request;
        this.current = current;
        this.people = people;
    }

    /**
     * Runs a command and answers it. {@code Idempotency-Key}, {@code If-Match} and {@code traceparent} are taken from the
     * request.
     *
     * @param body all of the request's body, as it came; empty for none
     * @param work may be run more than once, and undone
     * @throws ProblemException what the work throws, 412 for a stale {@code If-Match}, 503 when the log refuses for now
     */
    public Response execute(byte[] body, CommandWork work) {
        if (body.length > RequestSize.MOST_BYTES) {
            throw new ProblemException(RequestSize.tooLarge());
        }
        return executed(() -> sha256(body), work);
    }

    /** Runs a command whose body is too large for memory, as {@link #execute(byte[], CommandWork)}. */
    public Response execute(SpooledBody body, CommandWork work) {
        return executed(body::sha256, work);
    }

    private Response executed(Supplier<String> digest, CommandWork work) {
        OptionalLong ifMatch = ifMatch(request.getHeaderString(HttpHeaders.IF_MATCH));
        Caller caller = current.get();
        Optional<ReceiptKey> key = receiptKey(caller, request.getHeaderString(IDEMPOTENCY_KEY));
        StoredAnswer answer = gate.pass(() -> {
            Command command = new Command(clock.instant(), origin(caller), caller, ifMatch);
            return tried(
                    command,
                    () -> key.map(given -> once(given, digest.get(), command, work))
                            .orElseGet(() -> stored(work.decide(command))));
        });
        told.ofAppend();
        current.name().ifPresent(name -> people.acted(caller.subject(), name));
        return response(answer);
    }

    private Optional<ReceiptKey> receiptKey(Caller caller, @Nullable String key) {
        if (key == null) {
            return Optional.empty();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problems.invalid(
                    IDEMPOTENCY_KEY,
                    key,
                    "It has not between 1 and 200 characters",
                    "Send a UUID, a new one for each act");
        }
        String path = request.getUriInfo().getRequestUri().getRawPath();
        String query = request.getUriInfo().getRequestUri().getRawQuery();
        return Optional.of(
                new ReceiptKey(caller.subject(), request.getMethod(), query == null ? path : path + "?" + query, key));
    }

    /** The work, or the answer that the same command got before. */
    private StoredAnswer once(ReceiptKey key, String digest, Command command, CommandWork work) {
        return switch (receipts.claim(key, digest)) {
            case Claim.Repeated repeated -> repeated.answer();
            case Claim.OtherBody _ ->
                throw Problems.invalid(
                        IDEMPOTENCY_KEY,
                        key.key(),
                        "The key was used for another body",
                        "Send a new key for another act, the same body for the same act");
            case Claim.New _ -> {
                StoredAnswer answer = stored(work.decide(command));
                receipts.complete(key, answer);
                yield answer;
            }
        };
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private Origin origin(Caller caller) {
        return new Origin(
                caller.subject(),
                request.getProperty(TraceFilter.PROPERTY) instanceof CallTrace trace ? trace.traceId() : "",
                caller.authentication());
    }

    private StoredAnswer tried(Command command, Supplier<StoredAnswer> work) {
        long end = System.nanoTime() + LATEST_TRY.toNanos();
        for (int tries = 1; ; tries++) {
            try {
                return transactions.inTransaction(work);
            } catch (VersionConflict e) {
                if (command.ifMatch().isPresent()) {
                    throw Problems.changedMeanwhile("Another changed it while your request was handled");
                }
                giveUpAfter(tries, end, e);
            } catch (HeadAhead e) {
                LOGGER.error("ALARM: " + e.getMessage());
                throw Problems.unavailable("The log's clock is not in order; nothing was recorded");
            } catch (ProblemException e) {
                throw e;
            } catch (RuntimeException e) {
                if (!isWorthAnotherTry(e)) {
                    throw e;
                }
                giveUpAfter(tries, end, e);
            }
        }
    }

    private static void giveUpAfter(int tries, long end, RuntimeException cause) {
        if (tries >= MOST_TRIES || System.nanoTime() > end) {
            LOGGER.warnf("A command gave up after %d tries: %s", tries, cause.getMessage());
            throw Problems.unavailable("Too many change the same at once; nothing was recorded");
        }
    }

    private static boolean isWorthAnotherTry(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && WORTH_ANOTHER_TRY.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static OptionalLong ifMatch(@Nullable String header) {
        if (header == null || header.equals("*")) {
            return OptionalLong.empty();
        }
        Matcher matcher = ENTITY_TAG.matcher(header.strip());
        if (!matcher.matches()) {
            throw Problems.changedMeanwhile("If-Match " + header + " is none of our ETags");
        }
        return OptionalLong.of(Long.parseLong(matcher.group(1)));
    }

    private static StoredAnswer stored(Answer answer) {
        return new StoredAnswer(
                answer.status(),
                answer.body() == null ? null : StrictJson.write(answer.body()),
                answer.version() > 0 ? Map.of(HttpHeaders.ETAG, "\"" + answer.version() + "\"") : Map.of());
    }

    private static Response response(StoredAnswer answer) {
        Response.ResponseBuilder response = Response.status(answer.status());
        if (answer.body() != null) {
            response.type(MediaType.APPLICATION_JSON).entity(answer.body());
        }
        answer.headers().forEach(response::header);
        return response.build();
    }
}
