package se.statsbidrag.reporting.web.followup;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.statsbidrag.pages.Form;
import se.statsbidrag.pages.Language;

/** What is wrong with the forms of follow-up, as people read it: the operations say it in English. */
@RequestScoped
class SwedishFaults {
    /** By how the English begins. */
    private static final Map<String, String> SENTENCES = Map.ofEntries(
            Map.entry("The report is not certified", "Intyga att uppgifterna är riktiga."),
            Map.entry("It is not said how much", "Ange hur mycket som är använt, i hela kronor; 0 för inget."),
            Map.entry("The part is not written", "En del saknas: skriv något i varje del."),
            Map.entry("Reports are received from", "Återrapporteringen är inte öppen ännu."),
            Map.entry("Has passed", "Dagen har passerat. Ge mottagaren tid."),
            Map.entry("Is empty", "Fältet är tomt."),
            Map.entry("Is no activity of the plan", "Aktiviteten finns inte i planen."),
            Map.entry(
                    "Is the activity that the money comes from",
                    "Välj en annan aktivitet än den som pengarna kommer från."),
            Map.entry("Is less than 1 krona", "Ange ett belopp över 0."),
            Map.entry("The voucher is booked", "Verifikationen är redan bokförd på aktiviteten."),
            Map.entry("Is not within the time of the grant", "Dagen ligger utanför bidragets tid."),
            Map.entry("Is 0 or more than", "Ange ett belopp; under 0 för att ta tillbaka en kostnad."),
            Map.entry("Takes back more", "Det är mer än aktiviteten har kostat."),
            Map.entry("Is not a whole number", "Ange hela kronor med siffror."),
            Map.entry("Is not a day", "Ange dagen som 2025-09-30."),
            Map.entry(
                    "The grant's costs are booked on",
                    "Kostnaderna ska bokföras på det objekt som gäller för bidraget."),
            Map.entry(
                    "A new activity needs",
                    "En ny aktivitet behöver en kalkyl för tiden efter bidraget, enligt era egna regler."),
            Map.entry("The header lacks", "Första raden ska vara activity,provider,amount,day,voucher."),
            Map.entry("The value is not an integer number", "Ange hela kronor med siffror."),
            Map.entry("The value is not in the form", "Ange en dag som 2025-09-30."),
            Map.entry("The report is handed in", "Den är redan inskickad och väntar på en handläggare."),
            Map.entry("The survey opens at", "Enkäten är inte öppen ännu."),
            Map.entry("No report waits", "Ingen återrapportering väntar på beslut."));

    private static final Pattern LENGTH =
            Pattern.compile("Has ([0-9]+) characters: write between [0-9]+ and ([0-9]+) characters\\.");

    private final Language language;

    SwedishFaults(Language language) {
        this.language = language;
    }

    /** The form with what is wrong in the reader's language; what has no Swedish yet stays as it is. */
    Form of(Form form) {
        List<Form.Wrong> faults = form.faults().stream()
                .map(wrong -> new Form.Wrong(wrong.field(), wrong.place(), said(wrong.text())))
                .toList();
        String refusal = form.refusal();
        return new Form(form.name(), form.typed(), faults, refusal == null ? null : said(refusal));
    }

    private String said(String english) {
        Matcher length = LENGTH.matcher(english);
        if (length.matches()) {
            return language.say(
                    "Texten har " + length.group(1) + " tecken. Skriv högst " + length.group(2) + ".", english);
        }
        return SENTENCES.entrySet().stream()
                .filter(each -> english.regionMatches(
                        true, 0, each.getKey(), 0, each.getKey().length()))
                .map(each -> language.say(each.getValue(), english))
                .findFirst()
                .orElse(english);
    }
}
