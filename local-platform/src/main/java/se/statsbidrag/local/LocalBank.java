package se.statsbidrag.local;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Stands in for the bank on one machine: reads orders to pay (pain.001) and answers as a bank does, with a report of what
 * became of them (pain.002) and a statement of account (camt.053). All it knows of the system are those files.
 */
public final class LocalBank {
    private LocalBank() {}

    /**
     * A file of orders.
     *
     * @param message its identification
     * @param account that it is paid from
     * @param day on which it is to be paid
     */
    public record Order(String message, String account, LocalDate day, List<Transfer> transfers) {
        public long sum() {
            return transfers.stream().mapToLong(Transfer::amount).reduce(0, Math::addExact);
        }
    }

    /**
     * One payment.
     *
     * @param id its end-to-end identification
     * @param amount whole kronor
     */
    public record Transfer(String id, long amount) {}

    /**
     * An entry of a statement.
     *
     * @param reference the bank's own
     * @param outgoing whether it leaves the account
     * @param id an end-to-end identification; empty for none
     * @param text what the payer wrote; empty for none
     */
    public record Entry(String reference, boolean outgoing, String id, long amount, String text) {}

    /** Reads a file of orders. */
    public static Order read(byte[] file) {
        Document document = parse(file);
        List<Transfer> transfers = new ArrayList<>();
        NodeList each = document.getElementsByTagNameNS("*", "CdtTrfTxInf");
        for (int index = 0; index < each.getLength(); index++) {
            Element transfer = (Element) each.item(index);
            transfers.add(new Transfer(text(transfer, "EndToEndId"), Long.parseLong(text(transfer, "InstdAmt"))));
        }
        Element account = first(document.getDocumentElement(), "DbtrAcct");
        return new Order(
                text(document.getDocumentElement(), "MsgId"),
                account.getElementsByTagNameNS("*", "IBAN").getLength() > 0
                        ? text(account, "IBAN")
                        : text(first(account, "Othr"), "Id"),
                LocalDate.parse(text(first(document.getDocumentElement(), "ReqdExctnDt"), "Dt")),
                transfers);
    }

    /**
     * What became of an order: all of it is accepted but for what is named.
     *
     * @param message the report's identification
     * @param rejected reasons by end-to-end identification, such as {@code AC04}
     */
    public static byte[] statusReport(Order order, String message, Map<String, String> rejected) {
        StringBuilder lines = new StringBuilder();
        for (Transfer transfer : order.transfers()) {
            String code = rejected.get(transfer.id());
            lines.append("      <TxInfAndSts><OrgnlEndToEndId>")
                    .append(transfer.id())
                    .append("</OrgnlEndToEndId><TxSts>")
                    .append(code == null ? "ACSP" : "RJCT")
                    .append("</TxSts>")
                    .append(code == null ? "" : "<StsRsnInf><Rsn><Cd>" + code + "</Cd></Rsn></StsRsnInf>")
                    .append("<OrgnlTxRef><Amt><InstdAmt Ccy=\"SEK\">")
                    .append(transfer.amount())
                    .append("</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>\n");
        }
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10">
                  <CstmrPmtStsRpt>
                    <GrpHdr><MsgId>%s</MsgId><CreDtTm>%sT06:00:00Z</CreDtTm></GrpHdr>
                    <OrgnlGrpInfAndSts>
                      <OrgnlMsgId>%s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>
                      <OrgnlNbOfTxs>%d</OrgnlNbOfTxs><OrgnlCtrlSum>%d</OrgnlCtrlSum><GrpSts>%s</GrpSts>
                      <NbOfTxsPerSts><DtldNbOfTxs>%d</DtldNbOfTxs><DtldSts>RJCT</DtldSts></NbOfTxsPerSts>
                    </OrgnlGrpInfAndSts>
                    <OrgnlPmtInfAndSts>
                      <OrgnlPmtInfId>%s</OrgnlPmtInfId>
                %s    </OrgnlPmtInfAndSts>
                  </CstmrPmtStsRpt>
                </Document>
                """.formatted(
                        message,
                        order.day(),
                        order.message(),
                        order.transfers().size(),
                        order.sum(),
                        rejected.isEmpty() ? "ACSP" : "PART",
                        rejected.size(),
                        order.message(),
                        lines)
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * A statement of account.
     *
     * @param message its identification
     */
    public static byte[] statement(String account, String message, LocalDate day, List<Entry> entries) {
        StringBuilder lines = new StringBuilder();
        long balance = 0;
        for (Entry entry : entries) {
            balance = Math.addExact(balance, entry.outgoing() ? -entry.amount() : entry.amount());
            lines.append("""
                          <Ntry>
                            <Amt Ccy="SEK">%d</Amt><CdtDbtInd>%s</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                            <BookgDt><Dt>%s</Dt></BookgDt><AcctSvcrRef>%s</AcctSvcrRef><BkTxCd/>
                            <NtryDtls><TxDtls><Refs>%s</Refs><Amt Ccy="SEK">%d</Amt><CdtDbtInd>%s</CdtDbtInd>%s</TxDtls></NtryDtls>
                          </Ntry>
                    """.formatted(
                            entry.amount(),
                            direction(entry.outgoing()),
                            day,
                            entry.reference(),
                            entry.id().isEmpty() ? "" : "<EndToEndId>" + entry.id() + "</EndToEndId>",
                            entry.amount(),
                            direction(entry.outgoing()),
                            entry.text().isEmpty() ? "" : "<RmtInf><Ustrd>" + entry.text() + "</Ustrd></RmtInf>"));
        }
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
                  <BkToCstmrStmt>
                    <GrpHdr><MsgId>%s</MsgId><CreDtTm>%sT22:00:00Z</CreDtTm></GrpHdr>
                    <Stmt>
                      <Id>%s</Id>
                      <Acct><Id>%s</Id></Acct>
                %s%s      <TxsSummry><TtlNtries><NbOfNtries>%d</NbOfNtries></TtlNtries></TxsSummry>
                %s    </Stmt>
                  </BkToCstmrStmt>
                </Document>
                """.formatted(
                        message,
                        day,
                        message,
                        Character.isDigit(account.charAt(0))
                                ? "<Othr><Id>" + account + "</Id></Othr>"
                                : "<IBAN>" + account + "</IBAN>",
                        balance("OPBD", 0, day),
                        balance("CLBD", balance, day),
                        entries.size(),
                        lines)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String balance(String kind, long amount, LocalDate day) {
        return """
                      <Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy="SEK">%d</Amt><CdtDbtInd>%s</CdtDbtInd><Dt><Dt>%s</Dt></Dt></Bal>
                """.formatted(kind, Math.abs(amount), direction(amount < 0), day);
    }

    private static String direction(boolean outgoing) {
        return outgoing ? "DBIT" : "CRDT";
    }

    private static Document parse(byte[] file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(file));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new LocalFault("The bank cannot read the file: " + e.getMessage(), e);
        }
    }

    private static Element first(Element within, String name) {
        return (Element) within.getElementsByTagNameNS("*", name).item(0);
    }

    private static String text(Element within, String name) {
        return first(within, name).getTextContent().strip();
    }
}
