package se.statsbidrag.requisition.web.rules;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.statsbidrag.pages.Form;
import se.statsbidrag.pages.FormActs;
import se.statsbidrag.pages.Language;

/**
 * What is wrong with an uploaded definition or table, as people read it: the operations say it in English. Each line of the
 * file {@value #FILE} is a pattern of the English and, after a tab, the Swedish.
 */
@ApplicationScoped
class UploadFaults {
    private static final String FILE = "/upload-faults-sv.txt";
    private static final List<Sentence> SENTENCES = sentences();

    private final Language language;

    UploadFaults(Language language) {
        this.language = language;
    }

    private record Sentence(Pattern english, String swedish) {
        static Sentence of(String line) {
            String[] both = line.split("\t", 2);
            return new Sentence(
                    Pattern.compile(both[0], Pattern.CASE_INSENSITIVE | Pattern.DOTALL | Pattern.UNICODE_CASE),
                    both[1]);
        }
    }

    private static List<Sentence> sentences() {
        try (InputStream file = Objects.requireNonNull(UploadFaults.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Sentence::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    /** The attempt with what is wrong in the reader's language; what has no Swedish yet stays as it is. */
    FormActs.Attempt of(FormActs.Attempt attempt) {
        Form form = attempt.form();
        List<Form.Wrong> faults = form.faults().stream()
                .map(wrong -> new Form.Wrong(
                        wrong.field(),
                        wrong.place(),
                        language.say(swedish(wrong.text()).orElse(wrong.text()), wrong.text())))
                .toList();
        return new FormActs.Attempt(
                attempt.status(), new Form(form.name(), form.typed(), faults, form.refusal()), attempt.answer());
    }

    /** The Swedish of a sentence; empty where there is none. */
    static Optional<String> swedish(String english) {
        return SENTENCES.stream().flatMap(each -> matched(each, english)).findFirst();
    }

    /** What is wrong with a control total stands within the sentence about it. */
    private static Stream<String> matched(Sentence sentence, String english) {
        Matcher matcher = sentence.english().matcher(english);
        if (!matcher.matches()) {
            return Stream.empty();
        }
        String swedish = sentence.swedish();
        for (int group = matcher.groupCount(); group > 0; group--) {
            String value = matcher.group(group);
            boolean last = swedish.endsWith("$" + group);
            swedish = swedish.replace("$" + group, last ? swedish(value).orElse(value) : value);
        }
        return Stream.of(swedish);
    }
}
