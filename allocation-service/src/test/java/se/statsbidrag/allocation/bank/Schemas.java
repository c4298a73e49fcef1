package se.statsbidrag.allocation.bank;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** The official schemas of ISO 20022. */
public final class Schemas {
    private Schemas() {}

    /** Ends the test where the file is not valid. */
    public static void requireValid(String kind, byte[] file) {
        URL schema = Objects.requireNonNull(Schemas.class.getResource("/" + kind + ".xsd"), kind);
        try {
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(schema)
                    .newValidator()
                    .validate(new StreamSource(new ByteArrayInputStream(file)));
        } catch (SAXException e) {
            throw new AssertionError("not valid against " + kind + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
