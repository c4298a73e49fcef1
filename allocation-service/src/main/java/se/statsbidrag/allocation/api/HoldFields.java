package se.statsbidrag.allocation.api;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.RecipientCode;

/** Reads what says whom to stop payments to, and how; names in {@code faults} what is wrong with it. */
final class HoldFields {
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+){0,5}");

    private HoldFields() {}

    /** Null for one that the programme does not have. */
    static @Nullable RecipientCode recipient(ProgrammeDefinition definition, String code, List<Fault> faults) {
        return definition.recipients().stream()
                .map(Recipient::code)
                .filter(each -> each.value().equals(code))
                .findFirst()
                .orElseGet(() -> {
                    faults.add(Fault.of(
                                    "recipient",
                                    code,
                                    "The programme has no such recipient",
                                    "Use a code that the plan shows")
                            .inSwedish("Bidraget har ingen sådan mottagare. Välj en av mottagarna i planen."));
                    return null;
                });
    }

    static void type(String type, List<Fault> faults) {
        if (!TYPE.matcher(type).matches()) {
            faults.add(Fault.of("type", type, "It is no short name", "Use lower-case words joined by hyphens")
                    .inSwedish("Skriv ett kort namn med små bokstäver a–z och bindestreck."));
        }
    }

    /** Null for none, and for what is no day. */
    static @Nullable LocalDate until(@Nullable String text, LocalDate today, List<Fault> faults) {
        if (text == null) {
            return null;
        }
        try {
            LocalDate until = LocalDate.parse(text);
            if (until.isBefore(today)) {
                faults.add(Fault.of("until", text, "The day has passed", "Name today or a later day")
                        .inSwedish("Dagen har passerat. Ange i dag eller en senare dag."));
            }
            return until;
        } catch (DateTimeParseException e) {
            faults.add(Fault.of("until", text, "It is not a day", "Write it as 2025-12-31")
                    .inSwedish("Det är ingen dag. Skriv den som 2025-12-31."));
            return null;
        }
    }
}
