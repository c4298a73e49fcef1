package se.statsbidrag.requisition.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.ReferenceTableImported;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.requisition.application.DefinitionArchive.Binding;
import se.statsbidrag.requisition.application.ReferenceData;
import se.statsbidrag.requisition.application.StoredTable;
import se.statsbidrag.requisition.domain.ReferenceTableForm.Content;
import se.statsbidrag.requisition.domain.ReferenceTableVersions.Difference;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.TableStatus;

/**
 * A version of a table of reference data.
 *
 * @param table its name
 * @param version from 1
 * @param newest the number of the newest version
 * @param source the document or office that the figures are from
 * @param date the day that they are of
 * @param status whether they are official; what rests on synthetic ones says so wherever it shows
 * @param importedAt when it came in
 * @param importedBy opaque id of who sent it, or {@code system:…}; null for those who do not see persons
 * @param boundBy the versions of programmes that rest on this version
 * @param rows by recipient
 * @param log and {@code position}: the event that it came in with
 */
@Schema(name = "ReferenceTable")
public record ReferenceTableView(
        String table,
        int version,
        int newest,
        String source,
        LocalDate date,
        TableStatus status,
        Instant importedAt,
        @Nullable String importedBy,
        List<Bound> boundBy,
        List<Row> rows,
        String log,
        long position) {

    /**
     * A programme's version that rests on a table's version.
     *
     * @param tableVersion the version that it rests on, for as long as it stands
     */
    @Schema(name = "ReferenceTableBinding")
    public record Bound(String programme, int version, int tableVersion) {
        static Bound of(Binding binding) {
            return new Bound(binding.programme().value(), binding.version(), binding.tableVersion());
        }
    }

    /**
     * What the table says of a recipient.
     *
     * @param name of the region or municipality
     * @param value a whole number; left out in tables of classes or names
     * @param ruralClass the class, in field {@code class}; left out in other tables
     */
    @Schema(name = "ReferenceTableRow")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            String recipient,
            String name,
            @Nullable Long value,

            @JsonProperty("class") @Schema(name = "class") @Nullable String ruralClass) {}

    /**
     * A table in the list.
     *
     * @param columns the header of its file
     * @param version the newest; 0 when none has come in, and then the fields from {@code source} on are null
     * @param rows how many recipients the newest version speaks of
     * @param boundBy the versions of programmes that rest on any of its versions
     */
    @Schema(name = "ReferenceTableLine")
    public record Line(
            String table,
            List<String> columns,
            int version,
            int rows,
            @Nullable String source,
            @Nullable LocalDate date,
            @Nullable TableStatus status,
            List<Bound> boundBy,
            @Nullable String log,
            @Nullable Long position) {

        static Line of(StoredTable table, List<Binding> bindings) {
            ReferenceTableImported newest = table.versions().newest().orElse(null);
            RecordedEvent event = newest == null ? null : table.events().getLast();
            return new Line(
                    table.form().table().value(),
                    table.form().content().header(),
                    newest == null ? 0 : newest.version(),
                    newest == null ? 0 : newest.values().size(),
                    newest == null ? null : newest.source(),
                    newest == null ? null : newest.date(),
                    newest == null ? null : newest.status(),
                    bindings.stream().map(Bound::of).toList(),
                    event == null ? null : event.log(),
                    event == null ? null : event.position());
        }
    }

    /** The tables by name. */
    @Schema(name = "ReferenceTableList")
    public record Tables(List<Line> tables) {}

    /**
     * What an import came to.
     *
     * @param version of the table now; the same as before when nothing had changed
     * @param rows recipients that it speaks of
     * @param added recipients that the version before lacked
     * @param changed recipients of whom it says something else
     * @param removed recipients that only the version before had
     * @param log and {@code position}: the event that the version stands in
     */
    @Schema(name = "ReferenceTableImport")
    public record Outcome(
            String table,
            int version,
            int rows,
            String source,
            LocalDate date,
            TableStatus status,
            int added,
            int changed,
            int removed,
            String log,
            long position) {

        static Outcome of(ReferenceData.Imported imported) {
            ReferenceTableImported version =
                    imported.table().versions().newest().orElseThrow();
            RecordedEvent event = imported.table().events().getLast();
            Difference difference = imported.difference();
            return new Outcome(
                    version.table().value(),
                    version.version(),
                    version.values().size(),
                    version.source(),
                    version.date(),
                    version.status(),
                    difference.added(),
                    difference.changed(),
                    difference.removed(),
                    event.log(),
                    event.position());
        }
    }

    static ReferenceTableView of(
            StoredTable table, ReferenceTableImported version, List<Binding> bindings, boolean persons) {
        RecordedEvent event = table.event(version.version()).orElseThrow();
        return new ReferenceTableView(
                version.table().value(),
                version.version(),
                table.events().size(),
                version.source(),
                version.date(),
                version.status(),
                event.recordedAt(),
                persons ? event.actor() : null,
                bindings.stream()
                        .filter(binding -> binding.tableVersion() == version.version())
                        .map(Bound::of)
                        .toList(),
                version.values().entrySet().stream()
                        .map(entry -> row(table.form().content(), entry))
                        .toList(),
                event.log(),
                event.position());
    }

    private static Row row(Content content, Map.Entry<RecipientCode, String> entry) {
        RecipientCode recipient = entry.getKey();
        String name = ReferenceData.forms().official().getOrDefault(recipient, "");
        return switch (content) {
            case VALUE -> new Row(recipient.value(), name, Long.valueOf(entry.getValue()), null);
            case CLASS -> new Row(recipient.value(), name, null, entry.getValue());
            case NAMED -> new Row(recipient.value(), name, null, null);
        };
    }
}
