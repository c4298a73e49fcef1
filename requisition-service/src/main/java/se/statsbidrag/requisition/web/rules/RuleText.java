package se.statsbidrag.requisition.web.rules;

import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import se.statsbidrag.rules.document.RuleDocument;
import se.statsbidrag.rules.programme.ProgrammeDefinition;

/** A programme's rule document as a page shows it: without its first heading, which the page has itself. */
final class RuleText {
    private static final List<TablesExtension> EXTENSIONS = List.of((TablesExtension) TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(_ -> RuleText::attributes)
            .build();

    private RuleText() {}

    /** HTML, with all that the definition says escaped. */
    static String of(ProgrammeDefinition definition) {
        Node document = PARSER.parse(RuleDocument.of(definition));
        if (document.getFirstChild() instanceof Heading title) {
            title.unlink();
        }
        int tables = 0;
        StringBuilder html = new StringBuilder();
        for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof TableBlock) {
                tables++;
                html.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Tabell ")
                        .append(tables)
                        .append("\">")
                        .append(RENDERER.render(block))
                        .append("</div>");
            } else {
                html.append(RENDERER.render(block));
            }
        }
        return html.toString();
    }

    private static void attributes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof TableCell cell && cell.isHeader()) {
            attributes.put("scope", "col");
        }
        // The policy of contents allows no styles of an element's own.
        if (attributes.remove("align") instanceof String align && align.equals("right")) {
            attributes.put("class", "number");
        }
    }
}
