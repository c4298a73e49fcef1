package se.statsbidrag.events.quarkus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.info.Info;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Completes a service's OpenAPI document to what Digg's REST API profile asks for: what is the same for all operations is
 * said here once, and examples are taken from files (see {@link ApiExamples}). A service gives title and description
 * ({@code mp.openapi.extensions.smallrye.info.*}), operation ids, and a description of each operation and response.
 */
public final class ApiProfile implements OASFilter {
    /** What a resource of all services has for the service's base in its {@code @Path}. */
    static final String BASE = "/{api}/{version}";

    static final String VERSION = "1.0.0";
    static final String RELEASED = "2025-01-01";

    private static final String TRACEPARENT = "traceparent";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        completeInfo(api);
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents().addParameter(TRACEPARENT, traceparent());
        ApiProblems.addSchemas(api.getComponents());
        if (api.getPaths() == null) {
            api.setPaths(OASFactory.createPaths());
        }
        addApiInfo(api);
        placeUnderBase(api);
        api.getPaths().getPathItems().values().forEach(ApiProfile::complete);
    }

    private static void completeInfo(OpenAPI api) {
        Info info = api.getInfo() == null ? OASFactory.createInfo() : api.getInfo();
        info.version(VERSION);
        if (info.getDescription() == null) {
            info.description("State grants to health care");
        }
        info.termsOfService("https://www.socialstyrelsen.se/statsbidrag/");
        info.contact(OASFactory.createContact()
                .name("Socialstyrelsen")
                .url("https://www.socialstyrelsen.se/statsbidrag/")
                .email("socialstyrelsen@socialstyrelsen.se"));
        info.license(
                OASFactory.createLicense().name("CC0 1.0").url("https://creativecommons.org/publicdomain/zero/1.0/"));
        info.addExtension(
                "x-sla",
                Map.of(
                        "availability", "office hours",
                        "responseTime", "95 % of requests within one second",
                        "support", "office hours"));
        info.addExtension("x-limitations", List.of("A request holds at most 20 MB", "Served by http on localhost"));
        api.setInfo(info);
    }

    private static Parameter traceparent() {
        return OASFactory.createParameter()
                .name(TRACEPARENT)
                .in(Parameter.In.HEADER)
                .required(false)
                .description("W3C Trace Context of the caller; continued, and returned with every answer")
                .schema(ApiProblems.text().example("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
    }

    private static String base() {
        return ConfigProvider.getConfig()
                .getOptionalValue("statsbidrag.api.base", String.class)
                .orElse("");
    }

    private static void placeUnderBase(OpenAPI api) {
        new LinkedHashMap<>(api.getPaths().getPathItems()).forEach((path, item) -> {
            if (path.startsWith(BASE + "/")) {
                api.getPaths().removePathItem(path);
                api.getPaths().addPathItem(base() + path.substring(BASE.length()), item);
            }
        });
    }

    private static void addApiInfo(OpenAPI api) {
        Operation operation = OASFactory.createOperation()
                .operationId("apiInfo")
                .summary("About this API")
                .description("What this API is, its version, and where it is described")
                .tags(List.of("api-info"))
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse(
                                "200",
                                OASFactory.createAPIResponse()
                                        .description("About this API")
                                        .content(OASFactory.createContent()
                                                .addMediaType(
                                                        "application/json",
                                                        OASFactory.createMediaType()
                                                                .schema(apiInfoSchema())
                                                                .example(Map.of(
                                                                        "apiName", "requisition-service",
                                                                        "apiVersion", VERSION,
                                                                        "apiReleased", RELEASED,
                                                                        "apiDocumentation", "/q/openapi",
                                                                        "apiStatus", "active"))))));
        api.getPaths()
                .addPathItem(base() + "/api-info", OASFactory.createPathItem().GET(operation));
    }

    private static org.eclipse.microprofile.openapi.models.media.Schema apiInfoSchema() {
        return ApiProblems.object()
                .addProperty("apiName", ApiProblems.text())
                .addProperty("apiVersion", ApiProblems.text())
                .addProperty("apiReleased", ApiProblems.text().format("date"))
                .addProperty("apiDocumentation", ApiProblems.text())
                .addProperty("apiStatus", ApiProblems.text());
    }

    private static void complete(PathItem path) {
        path.getOperations().values().forEach(ApiProfile::complete);
    }

    private static void complete(Operation operation) {
        operation.addParameter(OASFactory.createParameter().ref(TRACEPARENT));
        ApiProblems.complete(operation);
        ApiExamples.complete(operation);
    }

    static boolean hasParameter(Operation operation, String name) {
        List<Parameter> parameters = operation.getParameters();
        return parameters != null && parameters.stream().anyMatch(parameter -> name.equals(nameOf(parameter)));
    }

    private static @Nullable String nameOf(Parameter parameter) {
        return parameter.getName();
    }
}
