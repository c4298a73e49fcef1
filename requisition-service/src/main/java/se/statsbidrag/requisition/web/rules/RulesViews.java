package se.statsbidrag.requisition.web.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.pages.Form;

/** What the pages about rules show. */
final class RulesViews {
    private RulesViews() {}

    /** All programmes, in force or only proposed. */
    record Programmes(List<Programme> rows, boolean mayPropose, Form form) {}

    /**
     * One programme.
     *
     * @param inForce number of the version in force; null for none
     * @param waiting number of the version that waits for a second person; null for none
     * @param ownProposal whether the reader proposed it
     */
    record Programme(
            String id,
            String title,
            @Nullable Integer inForce,
            @Nullable Integer waiting,
            boolean ownProposal,
            int recipients) {}

    /**
     * A programme's rules to read.
     *
     * @param shown number of the version whose text shows
     * @param version of the programme's stream that the reader sees
     * @param text HTML
     * @param needsReason whether a proposal needs a reason
     */
    record Text(
            Programme programme,
            int shown,
            long version,
            String text,
            List<Version> versions,
            boolean mayPropose,
            boolean needsReason,
            String done,
            Form form) {}

    /**
     * A version.
     *
     * @param state PROPOSED, IN_FORCE and so on
     * @param proposed by whom, when and why; so the others, null where nobody has
     */
    record Version(
            int number,
            String state,
            String stateText,
            String hash,
            By proposed,
            @Nullable By activated,
            @Nullable By returned) {}

    /** Who did something; {@code reason} may be empty. */
    record By(String who, Instant at, String reason) {}

    /**
     * A version and what it would change.
     *
     * @param against number of the version in force before it; null for none
     * @param recipients whose shares differ, whole kronor
     * @param due what recipients would be due by the plan, those that differ; null where that is not known
     * @param unchanged how many recipients' shares do not
     * @param refusal why the reader cannot put it in force; null when he can
     */
    record Differences(
            Programme programme,
            Version shown,
            long version,
            @Nullable Integer against,
            List<Field> fields,
            List<Kronor> pots,
            List<Kronor> recipients,
            int unchanged,
            Kronor total,
            @Nullable List<Kronor> due,
            boolean waits,
            boolean mayAct,
            @Nullable String refusal,
            String done,
            Form form) {}

    /** A field that differs; null where it is not there. */
    record Field(
            String path, @Nullable String before, @Nullable String after) {}

    /** A share that differs, whole kronor. */
    record Kronor(String name, long before, long after, long difference) {}

    /** Tables of reference data. */
    record Tables(List<TableLine> rows) {}

    /** A table's newest version; 0 when none has come in. */
    record TableLine(
            String id,
            int version,
            int rows,
            @Nullable String source,
            @Nullable LocalDate date,
            boolean synthetic,
            List<String> boundBy) {}

    /**
     * A version of a table.
     *
     * @param shown its number; 0 when none has come in
     * @param columns the header of its file
     */
    record Table(
            TableLine newest,
            int shown,
            @Nullable String source,
            @Nullable LocalDate date,
            boolean synthetic,
            @Nullable Instant importedAt,
            List<Integer> versions,
            List<Value> values,
            String columns,
            boolean mayImport,
            String done,
            Form form) {}

    /** What a table says of a recipient. */
    record Value(String recipient, String name, String value) {}
}
