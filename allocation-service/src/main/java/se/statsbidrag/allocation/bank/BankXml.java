package se.statsbidrag.allocation.bank;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads XML from outside with care: whole, of the expected kind, without a document type or anything fetched. */
final class BankXml {
    private static final String NAMESPACES = "urn:iso:std:iso:20022:tech:xsd:";

    private BankXml() {}

    /**
     * The text of a file, once it is known to be a whole document of the kind.
     *
     * @param kind such as {@code camt.053.001.08}
     * @throws UnusableFile when it is not
     */
    static String checked(byte[] file, String kind) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(file));
            String encoding = reader.getCharacterEncodingScheme();
            boolean atRoot = true;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    throw UnusableFile.unreadable("The file declares a document type of its own");
                }
                if (event == XMLStreamConstants.START_ELEMENT && atRoot) {
                    atRoot = false;
                    requireKind(reader, kind);
                }
            }
            return new String(file, encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding));
        } catch (XMLStreamException e) {
            throw UnusableFile.unreadable("The file is not whole, well-formed XML: line "
                    + e.getLocation().getLineNumber());
        }
    }

    private static void requireKind(XMLStreamReader reader, String kind) {
        if (!reader.getLocalName().equals("Document") || !(NAMESPACES + kind).equals(reader.getNamespaceURI())) {
            throw UnusableFile.unreadable("The file is no " + kind + " document");
        }
    }

    /** What must be there. */
    static <T> T required(@Nullable T value, String field) {
        if (value == null || value.toString().isBlank()) {
            throw UnusableFile.wrong(field, "It is missing");
        }
        return value;
    }

    /** A text; empty where there is none. */
    static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }

    /** A number of things. */
    static long number(String value, String field) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw UnusableFile.wrong(field, "'" + value + "' is no number");
        }
    }
}
