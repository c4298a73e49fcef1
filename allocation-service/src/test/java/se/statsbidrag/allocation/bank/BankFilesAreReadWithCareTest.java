package se.statsbidrag.allocation.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.statsbidrag.allocation.domain.payment.Statement;
import se.statsbidrag.allocation.domain.payment.StatusReport;
import se.statsbidrag.allocation.domain.payment.StatusReport.Verdict;
import se.statsbidrag.local.LocalBank;
import se.statsbidrag.local.LocalBank.Entry;

/** Files from the bank: what is whole is read, what is not is refused as a whole. */
class BankFilesAreReadWithCareTest {
    private static final LocalDate DAY = LocalDate.of(2025, 6, 12);

    private final LocalBank.Order order = LocalBank.read(PaymentFile.of(SampleBatch.of("0".repeat(64))));
    private final String report =
            text(LocalBank.statusReport(order, "PSR-1", Map.of(SampleBatch.MESSAGE + "-23", "AC04")));
    private final String statement = text(LocalBank.statement(
            order.account(),
            "STMT-1",
            DAY,
            List.of(
                    new Entry("B-1", true, SampleBatch.MESSAGE + "-01", 4_761_905, ""),
                    new Entry("B-2", false, "", 100, "Faktura KV-2025-F1"))));

    @Test
    void theBankReadsWhatWeWrite() {
        assertThat(order.message()).isEqualTo(SampleBatch.MESSAGE);
        assertThat(order.account()).isEqualTo("50504562");
        assertThat(order.sum()).isEqualTo(9_523_810);
    }

    @Test
    void aStatusReportSaysWhatBecameOfEachPayment() {
        Schemas.requireValid("pain.002.001.10", report.getBytes(StandardCharsets.UTF_8));

        StatusReport read = StatusReportFile.read(report.getBytes(StandardCharsets.UTF_8));

        assertThat(read.about()).isEqualTo(SampleBatch.MESSAGE);
        assertThat(read.payments()).isEqualTo(3);
        assertThat(read.rejected()).isEqualTo(1);
        assertThat(read.all()).isEqualTo(Verdict.OPEN);
        assertThat(read.lines())
                .contains(new StatusReport.Line(SampleBatch.MESSAGE + "-23", Verdict.REJECTED, "AC04", 4_761_904L));
    }

    @Test
    void aStatementShowsWhatLeftAndEnteredTheAccount() {
        Statement read = StatementFile.read(statement.getBytes(StandardCharsets.UTF_8));

        assertThat(read.accounts()).containsExactly("50504562");
        assertThat(read.entries())
                .containsExactly(
                        new Statement.Entry(
                                "B-1",
                                true,
                                SampleBatch.MESSAGE + "-01",
                                List.of(SampleBatch.MESSAGE + "-01"),
                                4_761_905,
                                true,
                                DAY),
                        new Statement.Entry("B-2", false, "", List.of("", "Faktura KV-2025-F1"), 100, true, DAY));
    }

    @Test
    void oereAndForeignMoneyAreNoWholeKronor() {
        assertThat(StatementFile.read(bytes(
                                statement.replace(">100</Amt>", ">100.50</Amt>").replace("Bal>", "Bax>")))
                        .entries()
                        .getLast()
                        .wholeKronor())
                .isFalse();
        assertThat(StatementFile.read(bytes(statement.replace("Ccy=\"SEK\">100<", "Ccy=\"EUR\">100<")))
                        .entries()
                        .getLast()
                        .wholeKronor())
                .isFalse();
    }

    @Test
    void whatIsCutOffIsRefused() {
        for (int length = 0; length < statement.length() - 1; length += 97) {
            byte[] cut = bytes(statement.substring(0, length));
            assertThatThrownBy(() -> StatementFile.read(cut))
                    .isInstanceOfSatisfying(
                            UnusableFile.class,
                            fault -> assertThat(fault.readable()).isFalse());
        }
        String without = statement.replaceFirst("(?s)<Ntry>.*?</Ntry>", "");
        assertThatThrownBy(() -> StatementFile.read(bytes(without))).hasMessageContaining("there are 1");
        String other = statement.replaceFirst(">100</Amt><CdtDbtInd>", ">90</Amt><CdtDbtInd>");
        assertThatThrownBy(() -> StatementFile.read(bytes(other))).hasMessageContaining("do not give closing");
    }

    @Test
    void whatIsOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> StatementFile.read(bytes(report))).isInstanceOf(UnusableFile.class);
        assertThatThrownBy(() -> StatusReportFile.read(bytes(statement))).isInstanceOf(UnusableFile.class);
        assertThatThrownBy(() -> StatementFile.read(bytes(statement.replace("camt.053.001.08", "camt.053.001.02"))))
                .hasMessageContaining("no camt.053.001.08");
        assertThatThrownBy(() -> StatementFile.read(bytes("kontoutdrag"))).isInstanceOf(UnusableFile.class);
        assertThatThrownBy(() -> StatusReportFile.read(bytes(report.replace("RJCT</TxSts>", "XXXX</TxSts>"))))
                .hasMessageContaining("not known");
    }

    @Test
    void nothingIsFetchedOrExpanded() {
        String entity = statement
                .replace("?>", "?><!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>")
                .replace(">STMT-1<", ">&x;<");
        assertThatThrownBy(() -> StatementFile.read(bytes(entity))).isInstanceOf(UnusableFile.class);
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
