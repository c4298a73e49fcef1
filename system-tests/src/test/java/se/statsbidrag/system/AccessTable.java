package se.statsbidrag.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import se.statsbidrag.local.ProjectFiles;

/** {@code docs/access.csv}: who may call which operation. */
final class AccessTable {
    static final Path FILE = ProjectFiles.root().resolve("docs/access.csv");
    static final String EVERYBODY = "everybody";

    private static final String HEADER = "service,method,path,roles,bound";

    private AccessTable() {}

    /** What is called, such as {@code allocation-service GET /allocation/v1/programmes/{programme}/plan}. */
    record Operation(String service, String method, String path) implements Comparable<Operation> {
        @Override
        public int compareTo(Operation other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return service + "," + method + "," + path;
        }
    }

    /**
     * A line.
     *
     * @param roles who may, by the names that tokens carry; or {@value #EVERYBODY}
     * @param bound what ties the callers that act for somebody: {@code organisation}, {@code mandate} (their organisation,
     *     for which their mandate must give them the power), {@code reporter} or nothing
     */
    record Line(Operation operation, Set<String> roles, String bound) {
        boolean everybody() {
            return roles.contains(EVERYBODY);
        }

        /** Whether the role may call it for what it is bound to alone. */
        boolean binds(String role) {
            return switch (bound) {
                case "organisation", "mandate" ->
                    Set.of("representative", "deputy", "data-coordinator").contains(role);
                case "reporter" -> role.equals("register-feed");
                default -> false;
            };
        }
    }

    static List<Line> lines() {
        List<String> text;
        try {
            text = Files.readAllLines(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!text.getFirst().equals(HEADER)) {
            throw new AssertionError(FILE + " must begin with the line " + HEADER);
        }
        return text.stream().skip(1).map(AccessTable::line).toList();
    }

    private static Line line(String text) {
        String[] cells = text.split(",", -1);
        if (cells.length != 5
                || !Set.of("", "organisation", "mandate", "reporter").contains(cells[4])) {
            throw new AssertionError("a line of " + FILE + " is not of the form " + HEADER + ": " + text);
        }
        return new Line(new Operation(cells[0], cells[1], cells[2]), Set.of(cells[3].split(" ")), cells[4]);
    }

    /** The operations of a service's OpenAPI document. */
    static Set<Operation> operations(String service, JsonNode openApi) {
        Set<Operation> operations = new TreeSet<>();
        openApi.path("paths")
                .properties()
                .forEach(path -> methods(path.getValue())
                        .forEach(method -> operations.add(new Operation(service, method, path.getKey()))));
        return operations;
    }

    private static List<String> methods(JsonNode path) {
        List<String> methods = new ArrayList<>();
        for (String method : List.of("get", "put", "post", "delete", "patch", "head", "options")) {
            if (path.has(method)) {
                methods.add(method.toUpperCase(java.util.Locale.ROOT));
            }
        }
        return methods;
    }
}
