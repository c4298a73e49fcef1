package se.statsbidrag.events.quarkus;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The most that a request may hold. A body that is announced as larger is read to its end and thrown away, so that the
 * caller gets the answer; what is far larger is cut off by {@code quarkus.http.limits.max-body-size}.
 */
@ApplicationScoped
public class RequestSize {
    /** 20 MB, as the API promises to take. */
    public static final long MOST_BYTES = 20L * 1024 * 1024;

    private static final int BEFORE_ALL_ROUTES = 1000;

    void register(@Observes Filters filters) {
        filters.register(RequestSize::filter, BEFORE_ALL_ROUTES);
    }

    /** A body read as a stream: ends the request with 413 where it holds more than a request may. */
    public static InputStream limited(InputStream body) {
        return new Limited(body);
    }

    static Problem tooLarge() {
        return Problems.of(
                        413,
                        "too-large",
                        "The body is too large",
                        "A request may hold at most 20 MB; nothing was recorded",
                        "Split it into several requests")
                .problem();
    }

    private static void filter(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (announced(request) <= MOST_BYTES) {
            context.next();
            return;
        }
        request.handler(_ -> {});
        request.endHandler(_ -> context.response()
                .setStatusCode(413)
                .putHeader("Content-Type", ProblemMappers.MEDIA_TYPE)
                .putHeader(
                        CallTrace.HEADER,
                        CallTrace.continuing(request.getHeader(CallTrace.HEADER))
                                .header())
                .end(StrictJson.write(tooLarge().at(String.valueOf(request.path())))));
        request.resume();
    }

    private static long announced(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static final class Limited extends FilterInputStream {
        private long left = MOST_BYTES;

        Limited(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read >= 0) {
                count(1);
            }
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw new ProblemException(tooLarge());
            }
        }
    }
}
