package se.statsbidrag.requisition.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.Origin;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.StreamAppend;
import se.statsbidrag.events.log.StreamName;
import se.statsbidrag.events.log.VersionConflict;
import se.statsbidrag.requisition.domain.Decision;
import se.statsbidrag.requisition.domain.ProgrammeVersion;
import se.statsbidrag.requisition.domain.ProgrammeVersionDecider;
import se.statsbidrag.requisition.domain.ProgrammeVersions;
import se.statsbidrag.requisition.domain.Refusal;

/**
 * Proposes the definitions that come with the software, and puts them in force at a local start (architecture: truth 12).
 * A changed file is a new version; an unchanged one does nothing. Of two instances that start at once one wins, and the
 * other finds nothing left to do. A file whose number a person has used is passed over: what people proposed stands, and
 * the service starts.
 */
public final class ShippedProgrammes {
    private static final Origin ORIGIN = Origin.ofSystem("shipped");

    private final EventLog log;
    private final Definitions definitions;

    public ShippedProgrammes(EventLog log, EventCodec codec) {
        this.log = log;
        this.definitions = new Definitions(log, codec, new ReferenceData(log, codec));
    }

    /**
     * What came of the files.
     *
     * @param recorded what was recorded
     * @param passedOver a line for each file that was passed over: file, version, and what stands in its place
     */
    public record Outcome(List<RecordedEvent> recorded, List<String> passedOver) {
        public Outcome {
            recorded = List.copyOf(recorded);
            passedOver = List.copyOf(passedOver);
        }
    }

    /**
     * Proposes what is new in these files, or nothing at all.
     *
     * @param texts definition files by name
     * @param activate whether they are also put in force
     * @throws DefinitionsRefused when anything is wrong with any of them
     */
    public Outcome ship(SortedMap<String, String> texts, boolean activate) {
        List<ShippedDefinition> shipped = DefinitionFolder.read(texts, definitions);
        while (true) {
            List<String> passedOver = new ArrayList<>();
            List<StreamAppend> appends = appends(shipped, activate, passedOver);
            if (appends.isEmpty()) {
                return new Outcome(List.of(), passedOver);
            }
            try {
                return new Outcome(log.append(appends, ORIGIN).events(), passedOver);
            } catch (VersionConflict anotherInstance) {
                // It has proposed the same definitions: look again at what is left to do.
                continue;
            }
        }
    }

    private List<StreamAppend> appends(List<ShippedDefinition> all, boolean activate, List<String> passedOver) {
        List<String> refused = new ArrayList<>();
        List<StreamAppend> appends = new ArrayList<>();
        for (ShippedDefinition shipped : all) {
            StreamName stream = Streams.programme(shipped.definition().id());
            ProgrammeVersions versions = definitions.load(shipped.definition().id());
            ProgrammeVersionDecider decider = new ProgrammeVersionDecider(versions);
            Optional<ProgrammeVersion> inItsPlace =
                    decider.personsVersionInPlaceOf(shipped.definition(), ORIGIN.actor());
            if (inItsPlace.isPresent()) {
                passedOver.add(passedOver(shipped, inItsPlace.get(), versions.latest()));
                continue;
            }
            switch (decider.ship(shipped.definition(), shipped.canonicalText(), activate)) {
                case Decision.Accepted(List<GrantEvent> events) -> {
                    if (!events.isEmpty()) {
                        appends.add(new StreamAppend(stream, versions.version(), events));
                    }
                }
                case Decision.Refused(Refusal.Wrong(var faults)) ->
                    faults.forEach(fault -> refused.add("%s: %s '%s': %s; %s"
                            .formatted(shipped.file(), fault.field(), fault.value(), fault.fault(), fault.remedy())));
                case Decision.Refused(Refusal other) ->
                    throw new IllegalStateException("a shipped definition cannot be refused by " + other);
            }
        }
        if (!refused.isEmpty()) {
            throw new DefinitionsRefused(refused);
        }
        return appends;
    }

    private static String passedOver(ShippedDefinition shipped, ProgrammeVersion inItsPlace, int latest) {
        return "%s: version %d of %s is passed over, for a person has proposed version %d; if it is still wanted, write version: %d in the file"
                .formatted(
                        shipped.file(),
                        shipped.definition().version(),
                        shipped.definition().id(),
                        inItsPlace.number(),
                        latest + 1);
    }
}
