package se.statsbidrag.local;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The page to choose a demonstration person from: a form with one button for each, by role, without scripts. A form tells
 * the local identity provider the subject, and the claims that its tokens are to hold.
 */
final class LoginPage {

    private static final String MUNICIPAL = "municipal";

    private static final Map<String, String> HEADINGS = headings();

    private LoginPage() {}

    private static Map<String, String> headings() {
        Map<String, String> headings = new LinkedHashMap<>();
        headings.put("representative", heading("Ombud för en region", "a region's representative"));
        headings.put(MUNICIPAL, heading("Ombud för en kommun", "a municipality's representative"));
        headings.put("deputy", heading("Representant", "deputy"));
        headings.put("data-coordinator", heading("Uppgiftssamordnare", "data coordinator"));
        headings.put("officer", heading("Handläggare", "officer"));
        headings.put("decision-maker", heading("Beslutsfattare", "decision-maker"));
        headings.put("economist", heading("Ekonom", "economist"));
        headings.put("auditor", heading("Granskare", "auditor"));
        headings.put("operator", heading("Driftansvarig", "operator"));
        return headings;
    }

    private static String heading(String swedish, String english) {
        return swedish + " <span lang=\"en\">" + english + "</span>";
    }

    /** The page as HTML. */
    static String of(List<DemonstrationPerson> people) {
        Map<String, List<DemonstrationPerson>> byRole = people.stream()
                .collect(Collectors.groupingBy(
                        person -> person.municipal() ? MUNICIPAL : person.role(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        String sections = byRole.entrySet().stream()
                .map(group -> section(group.getKey(), group.getValue()))
                .collect(Collectors.joining("\n"));
        return template().replace("{people}", sections);
    }

    /** A group of people; one of many is folded until somebody asks for it. */
    private static String section(String group, List<DemonstrationPerson> people) {
        String buttons = people.stream().map(LoginPage::button).collect(Collectors.joining("\n"));
        String list = group.equals(MUNICIPAL)
                ? "<details><summary>Visa alla " + people.size() + "</summary>\n<ul>\n" + buttons + "\n</ul></details>"
                : "<ul>\n" + buttons + "\n</ul>";
        return """
                <section aria-labelledby="%1$s">
                <h2 id="%1$s">%2$s</h2>
                %3$s
                </section>""".formatted(group, HEADINGS.getOrDefault(group, escaped(group)), list);
    }

    private static String button(DemonstrationPerson person) {
        Map<String, Object> claims = person.claims();
        String subject = String.valueOf(claims.remove("sub"));
        String organisation =
                person.organisation().isEmpty() ? "" : "<span>" + escaped(person.organisation()) + "</span>";
        String mandate = person.clientId().equals(DemonstrationPeople.WITHOUT_MANDATE)
                ? "<span>utan fullmakt från början</span>"
                : "";
        return """
                <li><form method="post">
                <input type="hidden" name="username" value="%s">
                <input type="hidden" name="claims" value="%s">
                <button type="submit"><b>%s</b>%s%s<span>%s</span></button>
                </form></li>""".formatted(
                        escaped(subject),
                        escaped(JsonMapper.builder().build().valueToTree(claims).toString()),
                        escaped(String.valueOf(person.name())),
                        organisation,
                        mandate,
                        escaped(person.clientId()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String template() {
        try (InputStream in = LoginPage.class.getResourceAsStream("/identity/login.html")) {
            if (in == null) {
                throw new IllegalStateException("The login page's file is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
