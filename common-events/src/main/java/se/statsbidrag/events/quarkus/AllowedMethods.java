package se.statsbidrag.events.quarkus;

import io.quarkus.arc.Arc;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says in {@code Allow} what a resource knows, where it answers 405 (RFC 9110, 15.5.6): the framework leaves it out. */
public class AllowedMethods {
    private static final int METHOD_NOT_ALLOWED = 405;

    private record Known(Pattern path, Set<String> methods) {}

    private final Set<Known> resources;

    AllowedMethods() {
        Map<String, Set<String>> methods = new HashMap<>();
        Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .forEach(method -> add(method, methods));
        resources = methods.entrySet().stream()
                .map(each -> new Known(Pattern.compile(each.getKey()), each.getValue()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void add(Method method, Map<String, Set<String>> methods) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod known = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (known != null) {
                methods.computeIfAbsent(path(method), path -> new TreeSet<>(Set.of("OPTIONS")))
                        .add(known.value());
            }
        }
    }

    /** The resource's path as a regular expression, where a parameter stands for anything between two slashes. */
    private static String path(Method method) {
        String path = Stream.<AnnotatedElement>of(method.getDeclaringClass(), method)
                .filter(element -> element.isAnnotationPresent(Path.class))
                .flatMap(element ->
                        Stream.of(element.getAnnotation(Path.class).value().split("/")))
                .filter(part -> !part.isEmpty())
                .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                .collect(Collectors.joining("/"));
        return "/?" + path + "/?";
    }

    @ServerResponseFilter
    public void say(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == METHOD_NOT_ALLOWED) {
            String path = request.getUriInfo().getPath();
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.ALLOW,
                            resources.stream()
                                    .filter(known -> known.path().matcher(path).matches())
                                    .flatMap(known -> known.methods().stream())
                                    .distinct()
                                    .sorted()
                                    .collect(Collectors.joining(", ")));
        }
    }
}
