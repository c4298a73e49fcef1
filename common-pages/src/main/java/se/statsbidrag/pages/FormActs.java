package se.statsbidrag.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Positions;
import se.statsbidrag.events.quarkus.Problem;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Refusals;

/**
 * Does what a form asks by the very operation that machines call, so that the same is checked and recorded. What is refused
 * comes back as the form once more.
 */
@RequestScoped
public class FormActs {
    /** What the person can mend at the form; anything else becomes a page of its own. */
    private static final Set<Integer> AT_THE_FORM = Set.of(400, 409, 412, 413, 422, 503);

    private static final int PATIENCE_SECONDS = 5;

    private final CurrentCaller caller;
    private final Refusals refusals;
    private final Positions positions;
    private final Language language;
    private final ContainerRequestContext request;
    private final ObjectMapper json;
    private final Pages pages;

    FormActs(
            CurrentCaller caller,
            Refusals refusals,
            Positions positions,
            Language language,
            ContainerRequestContext request,
            ObjectMapper json,
            Pages pages) {
        this.caller = caller;
        this.refusals = refusals;
        this.positions = positions;
        this.language = language;
        this.request = request;
        this.json = json;
        this.pages = pages;
    }

    /**
     * How it went.
     *
     * @param status of the operation's answer
     * @param form to show again where nothing came of it
     * @param answer the operation's; missing where nothing came of it
     */
    public record Attempt(int status, Form form, JsonNode answer) {
        /** Whether it was done. */
        public boolean done() {
            return status < 300;
        }
    }

    /** What stands in a form's fields by their names; of several of one name the first, empty for none. */
    public static Map<String, String> typed(MultivaluedMap<String, String> sent) {
        Map<String, String> typed = new LinkedHashMap<>();
        sent.forEach((name, values) -> typed.put(name, values.isEmpty() ? "" : values.getFirst()));
        return typed;
    }

    /** The body of an operation. */
    public byte[] body(Object fields) {
        try {
            return json.writeValueAsBytes(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was typed cannot be written as JSON", e);
        }
    }

    /**
     * Does it, and waits until the pages that follow show it.
     *
     * @param form its name on the page
     * @param typed what stands in its fields
     * @param version of the thing that the person saw, as {@code If-Match} says it; null or empty for any
     * @param operation as machines call it
     */
    public Attempt attempt(
            String form, Map<String, String> typed, @Nullable String version, Supplier<Response> operation) {
        if (version != null && version.matches("[0-9]{1,18}")) {
            request.getHeaders().putSingle(HttpHeaders.IF_MATCH, "\"" + version + "\"");
        }
        try (Response response = operation.get()) {
            JsonNode answer = json.readTree(String.valueOf(response.getEntity()));
            await(answer);
            return new Attempt(response.getStatus(), new Form(form, typed, List.of(), null), answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer of our own is not JSON", e);
        } catch (ProblemException e) {
            Problem problem = e.problem();
            if (!AT_THE_FORM.contains(problem.status())) {
                throw e;
            }
            refusals.ofRequest(problem, caller::get, request);
            return new Attempt(problem.status(), refused(form, typed, problem), MissingNode.getInstance());
        }
    }

    /**
     * Does it and goes on to the next page; where nothing came of it, the page with the form is shown again.
     *
     * @param next the path that says what was done
     * @param again the page with the form to be shown again
     */
    public Response act(
            String form,
            Map<String, String> typed,
            Supplier<Response> operation,
            String next,
            Function<Form, TemplateInstance> again) {
        Attempt attempt = attempt(form, typed, null, operation);
        return attempt.done() ? pages.next(next) : pages.still(attempt.status(), again.apply(attempt.form()));
    }

    private void await(JsonNode answer) {
        if (answer.hasNonNull("log") && answer.hasNonNull("position")) {
            try {
                positions.await(
                        List.of(answer.get("log").asText() + ":"
                                + answer.get("position").asLong()),
                        PATIENCE_SECONDS);
            } catch (ProblemException late) {
                // It is recorded all the same; the page moves by itself when it is read.
            }
        }
    }

    private Form refused(String form, Map<String, String> typed, Problem problem) {
        String swedish = problem.swedish();
        String english = problem.detail() + ". " + (problem.action() == null ? "" : problem.action() + ".");
        return new Form(
                form,
                typed,
                problem.faults().stream().map(this::wrong).toList(),
                problem.faults().isEmpty() ? language.say(swedish == null ? english : swedish, english) : null);
    }

    private Form.Wrong wrong(Fault fault) {
        String english = Forms.sentence(fault.fault()) + ": " + fault.action() + ".";
        String swedish = fault.swedish();
        return new Form.Wrong(
                fault.field() == null ? "" : fault.field(),
                fault.row(),
                language.say(swedish == null ? english : swedish, english));
    }
}
