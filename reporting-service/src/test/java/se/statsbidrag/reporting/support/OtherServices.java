package se.statsbidrag.reporting.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.DeadlineExtended;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.ProgrammeVersionActivated;
import se.statsbidrag.events.ProgrammeVersionProposed;
import se.statsbidrag.events.RequisitionApproved;
import se.statsbidrag.events.RequisitionContent;
import se.statsbidrag.events.RequisitionSubmitted;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.codec.EventEnvelope;
import se.statsbidrag.events.log.InMemoryEventLog;
import se.statsbidrag.events.log.Origin;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.StreamAppend;
import se.statsbidrag.events.log.StreamName;
import se.statsbidrag.rules.programme.DefinitionReading;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinitionReader;
import se.statsbidrag.rules.value.DeadlineId;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** Says by Kafka what requisition-service and allocation-service would say: real events and plans in their topics. */
public final class OtherServices {
    public static final String PROGRAMME = "korta-vardkoerna-2025";

    private static final Instant NEW_YEAR = Instant.parse("2025-01-01T00:00:00Z");
    private static final OtherServices OF_THIS_APPLICATION = new OtherServices();

    private volatile Instant now = NEW_YEAR;
    private final InMemoryEventLog requisitions = new InMemoryEventLog("requisitions", new EventCodec(), () -> now);
    private final InMemoryEventLog allocations = new InMemoryEventLog("allocations", new EventCodec(), () -> now);
    private @Nullable AnsweringServices answering;

    /** The same for all test classes that share one start of the application: it has read one log, not several. */
    public static OtherServices ofThisApplication() {
        return OF_THIS_APPLICATION;
    }

    /** Puts the shipped definition in force. */
    public void putProgrammeInForce() {
        putInForce(PROGRAMME);
    }

    /** Puts a shipped definition in force, its tables bound to the shipped reference data, which count as made up. */
    public ProgrammeDefinition putInForce(String programme) {
        if (!(ProgrammeDefinitionReader.read(ShippedDefinition.tree(programme))
                instanceof DefinitionReading.Accepted(ProgrammeDefinition definition, String text))) {
            throw new IllegalStateException("the shipped definition is refused");
        }
        say(
                "programme/" + programme,
                new ProgrammeVersionProposed(definition.id(), 1, text, definition.hash(), "a new grant"),
                new ProgrammeVersionActivated(definition.id(), 1, definition.hash()));
        return definition;
    }

    /** The same, once. */
    public void putInForceUnlessItIs(String programme) {
        if (requisitions.readStream(new StreamName("programme/" + programme)).isEmpty()) {
            putInForce(programme);
        }
    }

    /** Their clocks go forward to an instant, and from now on they answer over HTTP too. */
    public AnsweringServices answerAt(Instant instant) {
        now = instant;
        if (answering == null) {
            answering = new AnsweringServices(requisitions, allocations);
        }
        return answering;
    }

    /** The regions' requisitions arrived now and were approved. */
    public void approve(List<String> regions) {
        ProgrammeId programme = new ProgrammeId(PROGRAMME);
        for (String region : regions) {
            RecipientCode recipient = new RecipientCode(region);
            RequisitionContent content = new RequisitionContent(null, false, true, List.of(), null);
            say(
                    "requisition/" + PROGRAMME + "/" + region,
                    new RequisitionSubmitted(programme, recipient, "7.1-1/2025-" + region, NEW_YEAR, content, null),
                    new RequisitionApproved(programme, recipient, 1, "complete"));
        }
    }

    public void extend(String deadline, LocalDate dueDate) {
        say(
                "deadline/" + PROGRAMME + "/" + deadline,
                new DeadlineExtended(new ProgrammeId(PROGRAMME), new DeadlineId(deadline), dueDate, "more time"));
    }

    public void publishPlan(String document) {
        publishPlan(PROGRAMME, document);
    }

    public void publishPlan(String programme, String document) {
        send("plans", programme, List.of(document));
    }

    /** Records events on a stream of the log {@code requisitions}. */
    public void say(String stream, GrantEvent... events) {
        say("requisitions", requisitions, stream, events);
    }

    /** Records events on a programme's ledger in the log {@code allocations}. */
    public void sayOfMoney(String programme, GrantEvent... events) {
        say("allocations", allocations, "ledger/" + programme, events);
    }

    private static void say(String topic, InMemoryEventLog log, String stream, GrantEvent... events) {
        StreamName name = new StreamName(stream);
        List<RecordedEvent> recorded = log.append(
                        List.of(new StreamAppend(name, log.readStream(name).size(), List.of(events))),
                        Origin.ofSystem("test"))
                .events();
        send(topic, stream, recorded.stream().map(EventEnvelope::write).toList());
    }

    private static void send(String topic, String key, List<String> messages) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (String message : messages) {
                producer.send(new ProducerRecord<>(topic, 0, key, message)).get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** CSV rows of deliveries for all regions and procedures, of one month. */
    public static List<String> rows(List<String> regions, String month, int count) {
        List<String> rows = new ArrayList<>();
        for (String region : regions) {
            for (String procedure : List.of("HIP_REPLACEMENT", "PROLAPSE", "CATARACT")) {
                rows.add("patientregistret,%s,%s,%s,PUBLIC,%s,%d".formatted(month, region, region, procedure, count));
            }
        }
        return rows;
    }
}
