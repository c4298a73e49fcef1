package se.statsbidrag.requisition.application;

import se.statsbidrag.events.log.StreamName;
import se.statsbidrag.rules.value.DeadlineId;
import se.statsbidrag.rules.value.OrganisationNumber;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.TableId;

/** The streams of this service's log: what must be unique is one stream (architecture: truth 4). */
public final class Streams {
    private Streams() {}

    /** One recipient's requisition in one programme. */
    public static StreamName requisition(ProgrammeId programme, RecipientCode recipient) {
        return new StreamName("requisition/" + programme + "/" + recipient);
    }

    /** What one recipient saved of it without submitting it. */
    public static StreamName draft(ProgrammeId programme, RecipientCode recipient) {
        return new StreamName("draft/" + programme + "/" + recipient);
    }

    /** What was noted of one recipient's conditions in one programme. */
    public static StreamName conditions(ProgrammeId programme, RecipientCode recipient) {
        return new StreamName("condition/" + programme + "/" + recipient);
    }

    /** One organisation's mandate, for all grants. */
    public static StreamName mandate(OrganisationNumber organisation) {
        return new StreamName("mandate/" + organisation);
    }

    /** The versions of one programme's definition. */
    public static StreamName programme(ProgrammeId programme) {
        return new StreamName("programme/" + programme);
    }

    /** The versions of one table of reference data. */
    public static StreamName referenceTable(TableId table) {
        return new StreamName("reference-data/" + table);
    }

    /** The extensions and marks of one deadline. */
    public static StreamName deadline(ProgrammeId programme, DeadlineId deadline) {
        return new StreamName("deadline/" + programme + "/" + deadline);
    }
}
