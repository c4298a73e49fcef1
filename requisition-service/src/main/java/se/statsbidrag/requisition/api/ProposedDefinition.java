package se.statsbidrag.requisition.api;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.MediaType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.requisition.application.DefinitionFile;
import se.statsbidrag.requisition.application.Definitions;
import se.statsbidrag.requisition.application.Definitions.LineFault;
import se.statsbidrag.requisition.domain.Decision;
import se.statsbidrag.requisition.domain.FieldFault;
import se.statsbidrag.requisition.domain.ProgrammeVersionDecider;
import se.statsbidrag.requisition.domain.Refusal;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.value.ProgrammeId;

/** Reads a proposed definition and decides on it; whatever is wrong is told at once, with line and path. */
final class ProposedDefinition {
    /** Ten times what the largest definition needs with all its tables written out. */
    private static final int MOST_BYTES = 1024 * 1024;

    private final DefinitionFile file;
    private final String reason;
    private final List<Fault> faults = new ArrayList<>();

    private ProposedDefinition(DefinitionFile file, String reason) {
        this.file = file;
        this.reason = reason;
    }

    /**
     * @throws se.statsbidrag.events.quarkus.ProblemException 400 when the body is not UTF-8, or neither YAML nor JSON; 413
     *     when it is larger than 1 MB
     */
    static ProposedDefinition of(@Nullable MediaType type, byte[] body, @Nullable String reason) {
        if (type == null) {
            throw new NotSupportedException();
        }
        BodyFields.requireAtMost(
                MOST_BYTES, body, "Send a shorter definition; large tables are imported as reference data");
        String text = text(body);
        DefinitionFile file =
                type.getSubtype().equalsIgnoreCase("json") ? DefinitionFile.json(text) : DefinitionFile.yaml(text);
        if (file.isUnreadable()) {
            se.statsbidrag.rules.programme.Fault fault = file.faults().getLast();
            throw Problems.unreadable(new Fault(
                    (long) file.line(""), null, null, "The definition " + fault.problem(), "Correct the place named"));
        }
        return new ProposedDefinition(file, reason == null ? "" : reason);
    }

    /**
     * What is to be recorded.
     *
     * @throws se.statsbidrag.events.quarkus.ProblemException 422 naming every fault
     */
    List<GrantEvent> events(
            ProgrammeId programme, Definitions definitions, ProgrammeVersionDecider decider, String proposer) {
        List<GrantEvent> events = switch (definitions.read(file)) {
            case Definitions.Read.Accepted(ProgrammeDefinition definition, String text) ->
                decided(decider.propose(programme, definition, text, proposer, reason));
            case Definitions.Read.Refused(List<LineFault> wrong) -> {
                decider.faultsOfReason(reason).forEach(this::add);
                wrong.forEach(fault -> add(fault.line(), fault.fault()));
                yield List.of();
            }
        };
        if (!faults.isEmpty()) {
            throw Problems.invalid(faults);
        }
        return events;
    }

    private List<GrantEvent> decided(Decision decision) {
        return switch (decision) {
            case Decision.Accepted(List<GrantEvent> events) -> events;
            case Decision.Refused(Refusal.Wrong(List<FieldFault> wrong)) -> {
                wrong.forEach(this::add);
                yield List.of();
            }
            case Decision.Refused(Refusal other) ->
                throw new IllegalStateException("a proposal cannot be refused by " + other);
        };
    }

    private void add(FieldFault fault) {
        faults.add(new Fault(
                fault.field().equals("reason") ? null : (long) file.line(fault.field()),
                fault.field(),
                fault.value(),
                fault.fault(),
                fault.remedy()));
    }

    private void add(int line, se.statsbidrag.rules.programme.Fault fault) {
        faults.add(new Fault(
                (long) line,
                fault.path(),
                fault.value(),
                fault.controlTotal() == null
                        ? fault.problem()
                        : "control total '" + fault.controlTotal() + "' fails: " + fault.problem(),
                fault.remedy()));
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problems.unreadable(
                    new Fault(null, null, null, "The definition is not UTF-8", "Save the file as UTF-8"));
        }
    }
}
