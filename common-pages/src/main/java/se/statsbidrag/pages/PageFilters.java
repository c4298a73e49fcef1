package se.statsbidrag.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.quarkus.ProblemMappers;

/** What holds for all pages: only they themselves send their forms, and what goes wrong shows as a page. */
public class PageFilters {
    private static final Set<String> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Pages pages;
    private final ObjectMapper json;
    private final String root;

    PageFilters(Pages pages, ObjectMapper json, @ConfigProperty(name = "statsbidrag.pages.root") String root) {
        this.pages = pages;
        this.json = json;
        this.root = root;
    }

    /**
     * A form that another site lets a browser send is refused. The session's cookie is not sent from another site either
     * (SameSite), but ports and sister hosts are the same site. Browsers say where a request comes from in
     * {@code Sec-Fetch-Site}, which scripts cannot set, and in {@code Origin}.
     */
    @ServerRequestFilter
    public @Nullable Response ownForms(ContainerRequestContext request) {
        if (!isPage(request) || SAFE.contains(request.getMethod())) {
            return null;
        }
        String site = request.getHeaderString("Sec-Fetch-Site");
        String origin = request.getHeaderString("Origin");
        boolean own = site != null
                ? site.equals("same-origin")
                : origin != null
                        && origin.equals(request.getUriInfo()
                                .getBaseUri()
                                .resolve("/")
                                .toString()
                                .replaceAll("/$", ""));
        return own ? null : Response.status(Response.Status.FORBIDDEN).build();
    }

    /** A problem document under the pages' root becomes a page. */
    @ServerResponseFilter
    public void problemsAsPages(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < 400 || !isPage(request) || isHtml(response.getMediaType())) {
            return;
        }
        String detail = "";
        String advice = "";
        String swedish = "";
        if (response.getMediaType() != null
                && response.getMediaType().toString().startsWith(ProblemMappers.MEDIA_TYPE)
                && response.getEntity() instanceof String document) {
            try {
                JsonNode problem = json.readTree(document);
                detail = problem.path("detail").asText("");
                advice = problem.path("action").asText("");
                swedish = problem.path("swedish").asText("");
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A problem document of our own is not JSON", e);
            }
        }
        try (Response page = pages.refused(response.getStatus(), detail, advice, swedish)) {
            response.setEntity(page.getEntity());
            response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.valueOf(Pages.HTML));
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    private boolean isPage(ContainerRequestContext request) {
        String path = request.getUriInfo().getRequestUri().getPath();
        return path.equals("/") || path.equals(root) || path.startsWith(root + "/");
    }

    private static boolean isHtml(@Nullable MediaType type) {
        return type != null && type.isCompatible(MediaType.TEXT_HTML_TYPE);
    }
}
