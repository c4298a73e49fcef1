package se.statsbidrag.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * A real Kafka broker (KRaft, one node) in its own process, from the jars that the build copies. The topics exist when
 * {@link #start} returns. Its settings make it answer again within some four seconds after SIGKILL.
 */
public final class LocalKafka extends ProcessPart {

    /** The topics that carry the logs: one partition each, kept for ever. */
    public static final List<String> LOG_TOPICS = List.of("requisitions", "operations", "allocations");

    /** The compacted topic with the newest plan of each programme. */
    public static final String PLAN_TOPIC = "plans";

    private static final int LARGEST_MESSAGE = 8 * 1024 * 1024;
    private static final Duration STARTUP = Duration.ofSeconds(180);
    private static final Duration CALL = Duration.ofSeconds(5);

    private final Path directory;
    private final int port;
    private final int controllerPort;

    /**
     * @param directory holds the broker's data between starts
     * @param log where its output goes
     * @param port the port on 127.0.0.1 for clients
     * @param controllerPort the port on 127.0.0.1 for the broker's own controller
     */
    public LocalKafka(Path directory, Path log, int port, int controllerPort) {
        super("kafka", log, new PidFile(directory.resolve("pid")));
        this.directory = directory;
        this.port = port;
        this.controllerPort = controllerPort;
    }

    /** Where clients connect, as {@code host:port}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void start() {
        ProjectFiles.make(directory);
        Path settings = writeSettings();
        if (!Files.exists(data().resolve("meta.properties"))) {
            format(settings);
        }
        process.start(java("kafka.Kafka", settings.toString()), Map.of(), startCache());
        createTopics();
    }

    private static StartCache startCache() {
        Path jars = ProjectFiles.brokerJars();
        return new StartCache(jars.resolveSibling(""), jars);
    }

    private void format(Path settings) {
        int exit = JavaProcess.run(
                java("kafka.tools.StorageTool", "format", "-t", clusterId(), "-c", settings.toString()),
                log(),
                STARTUP);
        if (exit != 0) {
            throw new LocalFault(
                    "Kafka could not format " + data() + ". The end of " + log() + ":\n" + JavaProcess.tail(log(), 15));
        }
    }

    /** A random id in the form that Kafka asks for; never with a first dash, which would look like an option. */
    private static String clusterId() {
        UUID random = UUID.randomUUID();
        byte[] bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(random.getMostSignificantBits() >>> 1)
                .putLong(random.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static List<String> java(String mainClass, String... arguments) {
        List<String> words = new ArrayList<>(List.of(
                "-Xms64m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.net.preferIPv4Stack=true",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss,SSS",
                "-cp",
                ProjectFiles.brokerJars() + "/*",
                mainClass));
        words.addAll(List.of(arguments));
        return words;
    }

    private Path writeSettings() {
        Path file = directory.resolve("server.properties");
        String settings = """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                log.dirs=%3$s
                auto.create.topics.enable=false
                message.max.bytes=%4$d
                replica.fetch.max.bytes=%4$d
                log.retention.ms=-1
                broker.session.timeout.ms=2000
                broker.heartbeat.interval.ms=500
                group.initial.rebalance.delay.ms=0
                offsets.topic.num.partitions=1
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                log.cleaner.dedupe.buffer.size=16777216
                num.network.threads=2
                num.io.threads=2
                """.formatted(port, controllerPort, data(), LARGEST_MESSAGE);
        try {
            return Files.writeString(file, settings);
        } catch (IOException e) {
            throw new LocalFault("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private void createTopics() {
        Map<String, Object> client = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers(),
                AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, "50",
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "200",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "5000",
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "5000");
        if (!Await.whileAlive(process.exit(), STARTUP, () -> Ports.answers(port))) {
            throw process.notUp("Kafka");
        }
        try (Admin admin = Admin.create(client)) {
            if (!Await.whileAlive(process.exit(), STARTUP, () -> topicsExist(admin))) {
                throw process.notUp("Kafka");
            }
        }
    }

    private static boolean topicsExist(Admin admin) {
        List<NewTopic> topics = new ArrayList<>();
        Map<String, String> kept = Map.of("retention.ms", "-1", "retention.bytes", "-1");
        LOG_TOPICS.forEach(name -> topics.add(new NewTopic(name, 1, (short) 1).configs(kept)));
        topics.add(new NewTopic(PLAN_TOPIC, 1, (short) 1).configs(Map.of("cleanup.policy", "compact")));
        return admin.createTopics(topics).values().values().stream().allMatch(LocalKafka::createdOrThere);
    }

    private static boolean createdOrThere(KafkaFuture<Void> creation) {
        try {
            creation.get(CALL.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException e) {
            return e.getCause() instanceof TopicExistsException;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Kills the broker and loses its disk: the next start has the topics, empty, in a new cluster. */
    public void wipe() {
        kill();
        ProjectFiles.remove(data());
    }

    private Path data() {
        return directory.resolve("data").toAbsolutePath();
    }
}
