package se.statsbidrag.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where a local system keeps its data and which ports of 127.0.0.1 its parts take.
 *
 * @param directory data, logs and process ids; {@code .local} for {@code ./start}
 * @param postgresql PostgreSQL's port
 * @param kafka Kafka's port for clients
 * @param kafkaController Kafka's port for its own controller
 * @param requisition the requisition service's port
 * @param allocation the allocation service's port
 * @param reporting the reporting service's port
 * @param identity the identity provider's port
 */
public record SystemSettings(
        Path directory,
        int postgresql,
        int kafka,
        int kafkaController,
        int requisition,
        int allocation,
        int reporting,
        int identity) {

    private static final String PREFIX = "STATSBIDRAG_";

    /** Random free ports, for tests. */
    public static SystemSettings onFreePorts(Path directory) {
        return new SystemSettings(
                directory,
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free());
    }

    /** The usual ports, or those that variables such as {@code STATSBIDRAG_REPORTING_PORT} name. */
    public static SystemSettings fromEnvironment(Path directory, Map<String, String> environment) {
        return new SystemSettings(
                directory,
                port(environment, "POSTGRESQL_PORT", 5442),
                port(environment, "KAFKA_PORT", 9192),
                port(environment, "KAFKA_CONTROLLER_PORT", 9193),
                port(environment, "REQUISITION_PORT", 8081),
                port(environment, "ALLOCATION_PORT", 8082),
                port(environment, "REPORTING_PORT", 8083),
                port(environment, "IDENTITY_PORT", 8084));
    }

    /** Where people's browsers find each service's pages, by the environment variables that say so. */
    Map<String, String> pages() {
        return Map.of(
                PREFIX + "PAGES_OVERVIEW", "http://localhost:" + reporting,
                PREFIX + "PAGES_CASES", "http://localhost:" + requisition,
                PREFIX + "PAGES_MONEY", "http://localhost:" + allocation);
    }

    private static int port(Map<String, String> environment, String name, int usual) {
        String given = environment.getOrDefault(PREFIX + name, Integer.toString(usual));
        try {
            int port = Integer.parseInt(given.strip());
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw notAPort(name, given, e);
        }
        throw notAPort(name, given, new IllegalArgumentException(given));
    }

    private static LocalFault notAPort(String name, String given, Exception cause) {
        return new LocalFault(PREFIX + name + "=" + given + " is no port. Set it to a number from 1 to 65535.", cause);
    }

    /**
     * A port, who needs it and what moves it.
     *
     * @param port the port on 127.0.0.1
     * @param part the part that listens there
     * @param variable the environment variable that names another port
     */
    record PortUse(int port, String part, String variable) {}

    List<PortUse> ports() {
        return List.of(
                new PortUse(postgresql, "postgresql", PREFIX + "POSTGRESQL_PORT"),
                new PortUse(kafka, "kafka", PREFIX + "KAFKA_PORT"),
                new PortUse(kafkaController, "kafka", PREFIX + "KAFKA_CONTROLLER_PORT"),
                new PortUse(identity, "identity", PREFIX + "IDENTITY_PORT"),
                new PortUse(requisition, "requisition-service", PREFIX + "REQUISITION_PORT"),
                new PortUse(allocation, "allocation-service", PREFIX + "ALLOCATION_PORT"),
                new PortUse(reporting, "reporting-service", PREFIX + "REPORTING_PORT"));
    }
}
