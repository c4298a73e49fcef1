package se.statsbidrag.requisition.read;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.requisition.domain.LateArrivalId;
import se.statsbidrag.requisition.domain.WaitingItem.WaitsFor;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * Something that waits for an officer.
 *
 * @param programme the programme
 * @param recipient official code of the recipient
 * @param caseNumber the public register's number
 * @param waitsFor what it waits for
 * @param since when the agency had it
 * @param lateArrival the late arrival to admit or decline; null for what waits for anything else
 * @param held number of the held requisition to release or dismiss; null for what waits for anything else
 * @param log the log that it stands in
 * @param position of its event in that log
 */
@Schema(name = "WaitingItem")
public record WaitingView(
        String programme,
        String recipient,
        String caseNumber,
        WaitsFor waitsFor,
        Instant since,
        @Nullable String lateArrival,
        @Nullable Long held,
        String log,
        long position) {

    static WaitingView of(WaitingRow row) {
        return new WaitingView(
                row.programme,
                row.recipient,
                row.caseNumber,
                row.waitsFor,
                row.since,
                row.waitsFor == WaitsFor.ADMISSION
                        ? new LateArrivalId(
                                        new ProgrammeId(row.programme), new RecipientCode(row.recipient), row.version)
                                .toString()
                        : null,
                row.waitsFor == WaitsFor.HELD ? row.version : null,
                row.log,
                row.position);
    }
}
