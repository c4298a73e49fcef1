package se.statsbidrag.allocation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.application.BankFiles;
import se.statsbidrag.allocation.application.BankFiles.Share;

/**
 * What a file of the bank's came to.
 *
 * @param message the file's identification
 * @param fileSha256 64 hexadecimal digits
 * @param log where the last of it was recorded
 */
@Schema(name = "BankFile")
public record BankFileDocument(
        String message, String fileSha256, List<ProgrammeShare> programmes, String log, long position) {
    static BankFileDocument of(BankFiles.Taken taken) {
        return new BankFileDocument(
                taken.message(),
                taken.fileHash(),
                taken.shares().stream().map(ProgrammeShare::of).toList(),
                taken.last().log(),
                taken.last().position());
    }

    /** What it came to in one programme; lists that hold nothing are empty. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "BankFileShare")
    public record ProgrammeShare(
            String programme,
            @Nullable Integer batch,
            List<Status> statuses,
            List<Booked> booked,
            List<Repaid> repaid,
            List<SetAside> setAside) {
        static ProgrammeShare of(Share share) {
            return new ProgrammeShare(
                    share.programme().value(),
                    share.batch(),
                    share.statuses().stream()
                            .map(each -> new Status(each.payment(), each.accepted(), each.code()))
                            .toList(),
                    share.booked().stream()
                            .map(each -> new Booked(each.reference(), each.payment(), each.amount(), each.day()))
                            .toList(),
                    share.repaid().stream()
                            .map(each -> new Repaid(each.claim(), each.amount(), each.day()))
                            .toList(),
                    share.setAside().stream()
                            .map(each -> new SetAside(
                                    each.reference(), each.payment(), each.outgoing(), each.amount(), each.fault()))
                            .toList());
        }
    }

    /** What the bank says about a payment. */
    @Schema(name = "PaymentStatus")
    public record Status(String payment, boolean accepted, String code) {}

    /** A payment that left the account. */
    @Schema(name = "BookedPayment")
    public record Booked(String reference, String payment, long amount, LocalDate day) {}

    /** A claim paid back. */
    @Schema(name = "RepaidClaim")
    public record Repaid(int claim, long amount, LocalDate day) {}

    /** What waits for a person, and why. */
    @Schema(name = "SetAsideEntry")
    public record SetAside(String reference, String payment, boolean outgoing, long amount, String fault) {}
}
