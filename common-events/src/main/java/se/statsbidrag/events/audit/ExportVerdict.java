package se.statsbidrag.events.audit;

import se.statsbidrag.events.log.LogVerdict;

/** What a verifier found out about an export. */
public sealed interface ExportVerdict {

    /**
     * Every event up to the export's end is there and as it was recorded, as far as the chain and the statement show.
     *
     * @param header whose position and hash fit the last event
     */
    record Whole(ExportHeader header) implements ExportVerdict {}

    /**
     * An event is not as it was recorded, or is missing.
     *
     * @param header as the file has it
     * @param broken the first such event
     */
    record Broken(ExportHeader header, LogVerdict.Broken broken) implements ExportVerdict {}

    /**
     * A line cannot be read, or is none of an export's.
     *
     * @param line from 1; event n stands on line n + 1
     * @param fault goes on a sentence that begins with the line
     */
    record Unreadable(long line, String fault) implements ExportVerdict {}

    /**
     * The statement says nothing about this log, so it is that of another service.
     *
     * @param header as the file has it
     */
    record NotStated(ExportHeader header) implements ExportVerdict {}
}
