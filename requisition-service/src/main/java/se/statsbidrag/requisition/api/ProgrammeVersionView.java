package se.statsbidrag.requisition.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.requisition.application.Definitions;
import se.statsbidrag.requisition.domain.ProgrammeVersion;
import se.statsbidrag.requisition.domain.ProgrammeVersion.Act;
import se.statsbidrag.requisition.domain.ProgrammeVersion.State;
import se.statsbidrag.requisition.domain.ProgrammeVersions;

/**
 * A version of a programme's definition.
 *
 * @param version its number
 * @param state where it stands
 * @param definitionHash SHA-256 of the canonical definition
 * @param proposed by whom, when and why
 * @param activated by whom it was put in force; left out while nobody has
 * @param returned by whom it was returned; left out when nobody has
 * @param definition as JSON, with its tables bound; left out in the list
 * @param log and {@code position}: the event that it stands by
 */
@Schema(name = "ProgrammeVersion")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProgrammeVersionView(
        String programme,
        int version,
        State state,
        String definitionHash,
        Person proposed,
        @Nullable Person activated,
        @Nullable Person returned,
        @Schema(type = SchemaType.OBJECT) @Nullable JsonNode definition,
        String log,
        long position) {
    private static final String LOG = "requisitions";

    /**
     * Who did something.
     *
     * @param person opaque id, or {@code system:…}
     * @param reason empty where none was given
     */
    @Schema(name = "ProgrammeVersionAct")
    public record Person(String person, Instant at, String reason) {
        static @Nullable Person of(@Nullable Act act) {
            return act == null ? null : new Person(act.actor(), act.at(), act.reason());
        }
    }

    /** The versions, the newest first. */
    @Schema(name = "ProgrammeVersionList")
    public record Versions(List<ProgrammeVersionView> versions) {}

    static ProgrammeVersionView line(ProgrammeVersions versions, ProgrammeVersion version) {
        return of(versions, version, null);
    }

    static ProgrammeVersionView whole(ProgrammeVersions versions, ProgrammeVersion version) {
        return of(versions, version, Definitions.tree(version.proposal().definition()));
    }

    private static ProgrammeVersionView of(
            ProgrammeVersions versions, ProgrammeVersion version, @Nullable JsonNode definition) {
        Act proposed = version.proposed();
        Act last = version.returned() != null
                ? version.returned()
                : version.activated() != null ? version.activated() : proposed;
        return new ProgrammeVersionView(
                version.proposal().programme().value(),
                version.number(),
                versions.state(version),
                version.proposal().definitionHash(),
                new Person(proposed.actor(), proposed.at(), proposed.reason()),
                Person.of(version.activated()),
                Person.of(version.returned()),
                definition,
                LOG,
                last.position());
    }
}
