package se.statsbidrag.allocation.bank;

import com.prowidesoftware.swift.model.mx.MxPain00200110;
import com.prowidesoftware.swift.model.mx.dic.CustomerPaymentStatusReportV10;
import com.prowidesoftware.swift.model.mx.dic.NumberOfTransactionsPerStatus5;
import com.prowidesoftware.swift.model.mx.dic.OriginalGroupHeader17;
import com.prowidesoftware.swift.model.mx.dic.OriginalPaymentInstruction32;
import com.prowidesoftware.swift.model.mx.dic.OriginalTransactionReference28;
import com.prowidesoftware.swift.model.mx.dic.PaymentTransaction105;
import com.prowidesoftware.swift.model.mx.dic.StatusReasonInformation12;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.domain.payment.StatusReport;
import se.statsbidrag.allocation.domain.payment.StatusReport.Verdict;

/** Reads a customer payment status report, pain.002.001.10. */
public final class StatusReportFile {
    private static final String KIND = "pain.002.001.10";

    private StatusReportFile() {}

    /** @throws UnusableFile when it cannot be used at all */
    public static StatusReport read(byte[] file) {
        MxPain00200110 read = MxPain00200110.parse(BankXml.checked(file, KIND));
        CustomerPaymentStatusReportV10 report =
                BankXml.required(read == null ? null : read.getCstmrPmtStsRpt(), "CstmrPmtStsRpt");
        OriginalGroupHeader17 group = BankXml.required(report.getOrgnlGrpInfAndSts(), "OrgnlGrpInfAndSts");
        String message =
                BankXml.required(BankXml.required(report.getGrpHdr(), "GrpHdr").getMsgId(), "GrpHdr/MsgId");
        String about = BankXml.required(group.getOrgnlMsgId(), "OrgnlGrpInfAndSts/OrgnlMsgId");
        Verdict all = verdict(group.getGrpSts());
        String code = code(group.getStsRsnInf());
        List<StatusReport.Line> lines = new ArrayList<>();
        for (OriginalPaymentInstruction32 instruction : report.getOrgnlPmtInfAndSts()) {
            if (all == Verdict.OPEN) {
                all = verdict(instruction.getPmtInfSts());
                code = code(instruction.getStsRsnInf());
            }
            instruction.getTxInfAndSts().forEach(each -> lines.add(line(each)));
        }
        return new StatusReport(
                message.strip(),
                about.strip(),
                group.getOrgnlNbOfTxs() == null
                        ? null
                        : BankXml.number(group.getOrgnlNbOfTxs(), "OrgnlGrpInfAndSts/OrgnlNbOfTxs"),
                group.getOrgnlCtrlSum() == null ? null : kronor(group.getOrgnlCtrlSum()),
                rejected(report),
                all,
                code,
                lines);
    }

    private static @Nullable Long rejected(CustomerPaymentStatusReportV10 report) {
        List<NumberOfTransactionsPerStatus5> counts =
                new ArrayList<>(report.getOrgnlGrpInfAndSts().getNbOfTxsPerSts());
        if (counts.isEmpty()) {
            report.getOrgnlPmtInfAndSts().forEach(each -> counts.addAll(each.getNbOfTxsPerSts()));
        }
        return counts.stream()
                .filter(each -> "RJCT".equals(each.getDtldSts()))
                .map(each -> BankXml.number(BankXml.text(each.getDtldNbOfTxs()), "NbOfTxsPerSts/DtldNbOfTxs"))
                .reduce(Long::sum)
                .orElse(null);
    }

    private static StatusReport.Line line(PaymentTransaction105 transaction) {
        OriginalTransactionReference28 original = transaction.getOrgnlTxRef();
        BigDecimal amount = original == null
                        || original.getAmt() == null
                        || original.getAmt().getInstdAmt() == null
                ? null
                : original.getAmt().getInstdAmt().getValue();
        return new StatusReport.Line(
                BankXml.text(transaction.getOrgnlEndToEndId()),
                verdict(transaction.getTxSts()),
                code(transaction.getStsRsnInf()),
                amount == null ? null : kronor(amount));
    }

    private static long kronor(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.FLOOR).longValue();
    }

    private static Verdict verdict(@Nullable String status) {
        return switch (BankXml.text(status)) {
            case "ACCP", "ACTC", "ACSP", "ACSC", "ACWC", "ACCC" -> Verdict.ACCEPTED;
            case "RJCT", "CANC" -> Verdict.REJECTED;
            case "", "PART", "PATC", "PDNG", "RCVD" -> Verdict.OPEN;
            default -> throw UnusableFile.wrong("status", "'" + status + "' is a status that is not known here");
        };
    }

    private static String code(List<StatusReasonInformation12> reasons) {
        return reasons.stream()
                .filter(each -> each.getRsn() != null)
                .map(each -> BankXml.text(
                        each.getRsn().getCd() == null
                                ? each.getRsn().getPrtry()
                                : each.getRsn().getCd()))
                .findFirst()
                .orElse("");
    }
}
