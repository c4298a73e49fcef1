package se.statsbidrag.events.audit;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.statsbidrag.events.log.Head;
import se.statsbidrag.events.log.LogVerdict;
import se.statsbidrag.events.log.LogVerifier;

/** Verifies an export by itself, far from the service that it is of, holding one event at a time. */
public final class ExportVerifier {
    private ExportVerifier() {}

    /**
     * Reads it once, to its end or to the first fault.
     *
     * @param statement without one, a log that was wholly written anew looks whole
     * @throws java.io.UncheckedIOException when the file's bytes cannot be had
     */
    public static ExportVerdict verify(InputStream export, Optional<HeadsStatement> statement) {
        try {
            return verify(new ExportReader(export), statement);
        } catch (UnreadableLine e) {
            return new ExportVerdict.Unreadable(e.line(), e.fault());
        }
    }

    private static ExportVerdict verify(ExportReader events, Optional<HeadsStatement> statement) {
        ExportHeader header = events.header();
        List<Head> known = new ArrayList<>(List.of(header.head()));
        if (statement.isPresent()) {
            Optional<Head> stated = statement.get().head(header.log());
            if (stated.isEmpty()) {
                return new ExportVerdict.NotStated(header);
            }
            known.add(stated.get());
        }
        return switch (LogVerifier.verify(events, header.log(), known)) {
            case LogVerdict.Broken broken -> new ExportVerdict.Broken(header, broken);
            case LogVerdict.Whole whole
            when !whole.hash().equals(header.hash()) ->
                new ExportVerdict.Unreadable(1, "names another last event than the file holds");
            case LogVerdict.Whole _ -> new ExportVerdict.Whole(header);
        };
    }
}
