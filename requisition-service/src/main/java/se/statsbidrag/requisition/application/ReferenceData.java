package se.statsbidrag.requisition.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.Origin;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.StreamAppend;
import se.statsbidrag.requisition.domain.ReferenceTableForm;
import se.statsbidrag.requisition.domain.ReferenceTableForms;
import se.statsbidrag.requisition.domain.ReferenceTableVersions.Difference;
import se.statsbidrag.requisition.domain.ReferenceTableVersions.Incoming;

/** Loads tables of reference data from their streams and records what comes in. */
@ApplicationScoped
public class ReferenceData {
    private static final ReferenceTableForms FORMS =
            ReferenceTableForms.of(resource("/reference-tables.csv"), resource("/official-recipients.csv"));

    private final EventLog log;
    private final EventCodec codec;

    @Inject
    public ReferenceData(EventLog log, EventCodec codec) {
        this.log = log;
        this.codec = codec;
    }

    /** What the tables must look like. */
    public static ReferenceTableForms forms() {
        return FORMS;
    }

    /**
     * What an import came to.
     *
     * @param table as it is now
     * @param recorded whether there is a new version
     * @param difference of the new version to the one before; nothing when there is no new one
     */
    public record Imported(StoredTable table, boolean recorded, Difference difference) {}

    /** A table as its stream says. */
    public StoredTable load(ReferenceTableForm form) {
        return StoredTable.of(form, log.readStream(Streams.referenceTable(form.table())), codec);
    }

    /** Every table, by name, also those of which nothing has come in. */
    public List<StoredTable> all() {
        return FORMS.tables().values().stream().map(this::load).toList();
    }

    /**
     * Records a table that comes in.
     *
     * @param before as it was loaded
     * @throws se.statsbidrag.events.log.VersionConflict when another version has come in since
     */
    public Imported take(StoredTable before, Incoming incoming, Origin origin) {
        List<GrantEvent> events = before.versions().take(incoming);
        Difference difference = before.versions().to(incoming.values());
        if (events.isEmpty()) {
            return new Imported(before, false, difference);
        }
        StreamAppend append = new StreamAppend(
                Streams.referenceTable(before.form().table()), before.events().size(), events);
        List<RecordedEvent> all = new ArrayList<>(before.events());
        all.addAll(log.append(List.of(append), origin).events());
        return new Imported(StoredTable.of(before.form(), all, codec), true, difference);
    }

    private static String resource(String name) {
        try (InputStream in = ReferenceData.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
