package se.statsbidrag.events.quarkus;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Turns whatever ends a request into a problem document; never a stack trace or a class name. Own code rather than a
 * library: with strict reading in {@link StrictJson} these few are all that is left to map.
 */
public class ProblemMappers {
    /** The media type of problem documents. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Logger LOGGER = Logger.getLogger(ProblemMappers.class);

    private final Refusals refusals;
    private final CurrentCaller caller;

    ProblemMappers(Refusals refusals, CurrentCaller caller) {
        this.refusals = refusals;
        this.caller = caller;
    }

    @ServerExceptionMapper
    public Response problem(ProblemException e, UriInfo uri, ContainerRequestContext request) {
        return refused(e.problem(), uri, request);
    }

    private Response refused(Problem problem, UriInfo uri, ContainerRequestContext request) {
        refusals.ofRequest(problem, caller::get, request);
        return response(problem, uri);
    }

    @ServerExceptionMapper
    public Response framework(WebApplicationException e, UriInfo uri) {
        Problem problem = switch (e.getResponse().getStatus()) {
            case 400 ->
                Problems.of(
                                400,
                                "unreadable-request",
                                "The request cannot be read",
                                "A part of the request cannot be read",
                                "Send it in the form that the API describes")
                        .problem();
            case 404 -> Problems.notFound("resource at this address").problem();
            case 405 ->
                Problems.of(
                                405,
                                "method-not-allowed",
                                "Method not allowed",
                                "The resource does not know this method",
                                "Use one of the methods that the API describes for it")
                        .problem();
            case 406 ->
                Problems.of(
                                406,
                                "not-acceptable",
                                "Not acceptable",
                                "The resource has no such representation",
                                "Leave the header Accept out, or name a media type that the API describes")
                        .problem();
            case 413 -> RequestSize.tooLarge();
            case 415 ->
                Problems.of(
                                415,
                                "unsupported-media-type",
                                "Unsupported media type",
                                "The resource does not take bodies of this media type",
                                "Send a body and a Content-Type that the API describes")
                        .problem();
            default -> other(e, e.getResponse().getStatus());
        };
        return response(problem, uri);
    }

    private static Problem other(WebApplicationException e, int status) {
        if (status >= 500) {
            return unexpected(e);
        }
        return Problems.of(status, "refused", "The request is refused", "The request is refused", "Check the request")
                .problem();
    }

    @ServerExceptionMapper
    public Response tooMany(TooManyRequests e, UriInfo uri) {
        Response problem = response(e.problem(), uri);
        problem.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, Long.toString(e.seconds()));
        return problem;
    }

    @ServerExceptionMapper
    public Response nobody(UnauthorizedException e, UriInfo uri) {
        return unauthorized(uri);
    }

    /** The token is expired, not yet valid, forged, for somebody else, or none at all; which of them is not told. */
    @ServerExceptionMapper
    public Response notAccepted(AuthenticationFailedException e, UriInfo uri) {
        LOGGER.debug("A token was not accepted", e);
        return unauthorized(uri);
    }

    @ServerExceptionMapper
    public Response notAllowed(ForbiddenException e, UriInfo uri, ContainerRequestContext request) {
        return refused(rolesDoNotAllow(), uri, request);
    }

    static Problem rolesDoNotAllow() {
        return Problems.forbidden("Your roles do not allow this", "Sign in as somebody who may, or ask one who may")
                .problem();
    }

    static Problem notSignedIn() {
        return Problems.of(
                        401,
                        "not-signed-in",
                        "Not signed in",
                        "The request shows no token, or one that is not accepted",
                        "Fetch a token from the identity provider and send it as Authorization: Bearer …")
                .problem();
    }

    private static Response unauthorized(UriInfo uri) {
        Response problem = response(notSignedIn(), uri);
        problem.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return problem;
    }

    @ServerExceptionMapper
    public Response unforeseen(Exception e, UriInfo uri) {
        return response(unexpected(e), uri);
    }

    private static Problem unexpected(Exception e) {
        LOGGER.error("A request ended in an unforeseen fault", e);
        return Problems.of(
                        500,
                        "internal-fault",
                        "A fault on our side",
                        "Something went wrong; nothing was recorded. It has been noted with the trace of your call",
                        "Try again later, and tell us the traceparent if it lasts")
                .problem();
    }

    static Response response(Problem problem, UriInfo uri) {
        return Response.status(problem.status())
                .type(MEDIA_TYPE)
                .entity(StrictJson.write(problem.at(uri.getRequestUri().getRawPath())))
                .build();
    }
}
