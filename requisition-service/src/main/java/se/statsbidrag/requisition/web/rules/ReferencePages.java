package se.statsbidrag.requisition.web.rules;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.ReferenceTableImported;
import se.statsbidrag.events.access.Role;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.pages.Form;
import se.statsbidrag.pages.Language;
import se.statsbidrag.requisition.application.DefinitionArchive;
import se.statsbidrag.requisition.application.ReferenceData;
import se.statsbidrag.requisition.application.StoredTable;
import se.statsbidrag.requisition.domain.ReferenceTableForm;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.TableStatus;

/** Puts together what the pages about reference data show. */
@RequestScoped
public class ReferencePages {
    private final ReferenceData tables;
    private final DefinitionArchive archive;
    private final CurrentCaller current;
    private final Language language;

    ReferencePages(ReferenceData tables, DefinitionArchive archive, CurrentCaller current, Language language) {
        this.tables = tables;
        this.archive = archive;
        this.current = current;
        this.language = language;
    }

    RulesViews.Tables all() {
        return new RulesViews.Tables(tables.all().stream().map(this::line).toList());
    }

    private RulesViews.TableLine line(StoredTable table) {
        ReferenceTableImported newest = table.versions().newest().orElse(null);
        return new RulesViews.TableLine(
                table.form().table().value(),
                newest == null ? 0 : newest.version(),
                newest == null ? 0 : newest.values().size(),
                newest == null ? null : newest.source(),
                newest == null ? null : newest.date(),
                newest != null && newest.status() == TableStatus.SYNTHETIC,
                RulesPages.bound(archive.boundTo(table.form().table())));
    }

    /** @param version the version to show; the newest where it names none */
    RulesViews.Table table(String name, String version, String done, Form form) {
        ReferenceTableForm shape = ReferenceData.forms().form(name).orElseThrow(NotFoundException::new);
        StoredTable table = tables.load(shape);
        ReferenceTableImported shown = (version.matches("[1-9][0-9]{0,8}")
                        ? table.versions().version(Integer.parseInt(version))
                        : table.versions().newest())
                .orElse(null);
        return new RulesViews.Table(
                line(table),
                shown == null ? 0 : shown.version(),
                shown == null ? null : shown.source(),
                shown == null ? null : shown.date(),
                shown != null && shown.status() == TableStatus.SYNTHETIC,
                shown == null
                        ? null
                        : table.event(shown.version())
                                .map(RecordedEvent::recordedAt)
                                .orElse(null),
                table.versions().versions().reversed().stream()
                        .map(ReferenceTableImported::version)
                        .toList(),
                values(shown),
                String.join(", ", shape.content().header()),
                current.get().is(Role.OFFICER),
                done.equals("imported")
                        ? language.say(
                                "Tabellen är inläst. Bidragen räknas på den version som de är bundna till, tills en ny version av reglerna sätts i kraft.",
                                "The table is imported. Grants rest on the version that they are bound to, until a new version of the rules is put in force.")
                        : "",
                form);
    }

    private static List<RulesViews.Value> values(@Nullable ReferenceTableImported shown) {
        Map<RecipientCode, String> names = ReferenceData.forms().official();
        return shown == null
                ? List.of()
                : shown.values().entrySet().stream()
                        .map(entry -> new RulesViews.Value(
                                entry.getKey().value(), names.getOrDefault(entry.getKey(), ""), entry.getValue()))
                        .toList();
    }
}
