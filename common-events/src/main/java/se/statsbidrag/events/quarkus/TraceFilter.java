package se.statsbidrag.events.quarkus;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Accepts {@code traceparent}, continues it and returns it (SPA.02). */
public class TraceFilter {
    static final String PROPERTY = TraceFilter.class.getName();

    @ServerRequestFilter(preMatching = true)
    public void begin(ContainerRequestContext request) {
        request.setProperty(PROPERTY, CallTrace.continuing(request.getHeaderString(CallTrace.HEADER)));
    }

    @ServerResponseFilter
    public void end(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(PROPERTY) instanceof CallTrace trace) {
            response.getHeaders().putSingle(CallTrace.HEADER, trace.header());
        }
    }
}
