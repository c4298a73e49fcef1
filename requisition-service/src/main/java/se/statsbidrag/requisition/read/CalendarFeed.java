package se.statsbidrag.requisition.read;

import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The grant calendar as Atom (RFC 4287): what was changed last comes first. */
public final class CalendarFeed {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final XMLStreamWriter xml;

    private CalendarFeed(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * The feed's text.
     *
     * @param address where the feed was asked for
     */
    public static String of(List<CalendarEntry> entries, URI address) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            new CalendarFeed(xml).write(entries, address);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the feed cannot be written", e);
        }
        return text.toString();
    }

    private void write(List<CalendarEntry> entries, URI address) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        xml.writeAttribute("xml:lang", "sv");
        element("id", id("calendar"));
        element("title", "Statsbidragskalendern");
        element(
                "updated",
                entries.stream()
                        .map(CalendarEntry::changedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH)
                        .toString());
        xml.writeStartElement("author");
        element("name", "Socialstyrelsen");
        xml.writeEndElement();
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", "self");
        xml.writeAttribute("type", "application/atom+xml");
        xml.writeAttribute("href", address.toString());
        for (CalendarEntry entry : entries.stream()
                .sorted(Comparator.comparing(CalendarEntry::changedAt).reversed())
                .toList()) {
            write(entry);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void write(CalendarEntry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        element("id", id(entry.identity()));
        element("title", entry.date() + ": " + entry.title());
        element("updated", entry.changedAt().toString());
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", entry.kind().name());
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", entry.programme());
        xml.writeAttribute("label", entry.programmeTitle());
        element("content", entry.description());
        xml.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    /** The same for the same day in every feed, whatever address it is read from. */
    private static String id(String identity) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(("statsbidrag:" + identity).getBytes(StandardCharsets.UTF_8));
    }
}
