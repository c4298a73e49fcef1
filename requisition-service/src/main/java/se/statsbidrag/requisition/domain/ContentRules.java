package se.statsbidrag.requisition.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.JointPlan;
import se.statsbidrag.events.PlannedMeasure;
import se.statsbidrag.events.RequisitionContent;
import se.statsbidrag.rules.programme.AmountSetBy;
import se.statsbidrag.rules.value.RecipientCode;

/** What a recipient's requisition may say in a programme; every fault at once, in English and Swedish. */
public final class ContentRules {
    private static final int LONGEST_TEXT = 2000;
    private static final int MOST_MEASURES = 100;

    private final ContentTerms terms;
    private final RecipientCode recipient;
    private final List<FieldFault> faults = new ArrayList<>();

    private ContentRules(ContentTerms terms, RecipientCode recipient) {
        this.terms = terms;
        this.recipient = recipient;
    }

    /** All that is wrong with it; none when it may be submitted. */
    public static List<FieldFault> faults(ContentTerms terms, RecipientCode recipient, RequisitionContent content) {
        ContentRules rules = new ContentRules(terms, recipient);
        rules.amount(content.amount());
        if (!content.certified()) {
            rules.fault(
                    "certified",
                    "false",
                    "the recipient has not certified that the conditions will be met",
                    "certify, and send true",
                    "Intyga att villkoren kommer att uppfyllas.");
        }
        rules.purposes(content.purposes());
        rules.plan(content.plan());
        return List.copyOf(rules.faults);
    }

    private void amount(@Nullable Long amount) {
        if (terms.amountSetBy() == AmountSetBy.PROGRAMME) {
            if (amount != null) {
                fault(
                        "amount",
                        amount.toString(),
                        "the programme sets the amount itself",
                        "leave it out",
                        "Ange inget belopp: bidraget räknas fram enligt reglerna.");
            }
            return;
        }
        long highest = terms.highestAmounts().getOrDefault(recipient, 0L);
        if (amount == null || amount < 1) {
            fault(
                    "amount",
                    amount == null ? "" : amount.toString(),
                    amount == null ? "is missing" : "is not above 0",
                    "state the amount in whole kronor",
                    "Ange det belopp som rekvireras, i hela kronor.");
        } else if (amount > highest) {
            fault(
                    "amount",
                    amount.toString(),
                    "is more than the recipient's share, " + highest + " kronor",
                    "state the share or less, and that you want remaining funds if you wish for more",
                    "Beloppet är högre än andelen, " + grouped(highest)
                            + " kronor. Ange högst den, och att ni önskar kvarstående medel om ni vill ha mer.");
        }
    }

    /** In groups of three, as Swedish readers write numbers. */
    private static String grouped(long amount) {
        return Long.toString(amount).replaceAll("(?<=[0-9])(?=([0-9]{3})+$)", "\u00a0");
    }

    private void purposes(List<Integer> purposes) {
        SortedSet<Integer> open = terms.purposesFor(recipient);
        String choice = open.stream().map(String::valueOf).collect(Collectors.joining(", "));
        Set<Integer> seen = new HashSet<>();
        for (int index = 0; index < purposes.size(); index++) {
            int purpose = purposes.get(index);
            String field = "purposes[" + index + "]";
            String value = Integer.toString(purpose);
            if (!terms.purposes().containsKey(purpose)) {
                fault(
                        field,
                        value,
                        "is not a purpose of the programme",
                        open.isEmpty()
                                ? "leave purposes out; the programme has none to choose from"
                                : "choose among " + choice,
                        open.isEmpty()
                                ? "Ange inget ändamål: bidraget har inga att välja mellan."
                                : "Bidraget har inget ändamål " + purpose + ". Välj bland " + choice + ".");
            } else if (!open.contains(purpose)) {
                fault(
                        field,
                        value,
                        "is not for this recipient",
                        "choose among " + choice,
                        "Ändamål " + purpose + " är bara för dem som regeringen har bestämt. Välj bland " + choice
                                + ".");
            } else if (!seen.add(purpose)) {
                fault(field, value, "is named twice", "name it once", "Ändamål " + purpose + " är angivet två gånger.");
            }
        }
        if (purposes.isEmpty() && !open.isEmpty()) {
            fault(
                    "purposes",
                    "",
                    "names no purpose",
                    "choose among " + choice,
                    "Ange vad bidraget ska användas till. Välj bland " + choice + ".");
        }
    }

    /** A plan is asked for, or welcome where it is not; what it says must make sense either way. */
    private void plan(@Nullable JointPlan plan) {
        if (plan == null) {
            if (terms.plan().asked()) {
                fault(
                        "plan",
                        "",
                        "is missing: who carries out what",
                        "send reference to the joint plan, or the measures",
                        "Ange vilka som ska genomföra insatserna: hänvisa till den gemensamma planen, eller räkna upp"
                                + " insatserna.");
            }
            return;
        }
        if (plan.measures().isEmpty() && states()) {
            fault(
                    "plan.measures",
                    "",
                    "names no measure, and this recipient states them in the requisition",
                    "send the measures and who carries them out",
                    "Ange i rekvisitionen för vilka insatser bidraget ska användas.");
        } else if (plan.measures().isEmpty()
                && plan.reference().isBlank()
                && terms.plan().asked()) {
            fault(
                    "plan",
                    "",
                    "neither refers to a joint plan nor names measures",
                    "send reference to the joint plan, or the measures",
                    "Hänvisa till den gemensamma planen, eller räkna upp insatserna.");
        }
        text("plan.reference", plan.reference());
        text("plan.regionalCollaborationStructure", plan.regionalCollaborationStructure());
        if (plan.measures().size() > MOST_MEASURES) {
            fault(
                    "plan.measures",
                    Integer.toString(plan.measures().size()),
                    "are more than " + MOST_MEASURES,
                    "bring some together",
                    "Ange högst " + MOST_MEASURES + " insatser.");
        }
        for (int index = 0; index < plan.measures().size(); index++) {
            measure("plan.measures[" + index + "]", plan.measures().get(index));
        }
    }

    private boolean states() {
        return terms.plan().asked() && terms.plan().stating().contains(recipient);
    }

    private void measure(String field, PlannedMeasure measure) {
        if (!terms.purposesFor(recipient).contains(measure.purpose())) {
            fault(
                    field + ".purpose",
                    Integer.toString(measure.purpose()),
                    "is not a purpose that this recipient may name",
                    "choose among " + terms.purposesFor(recipient),
                    "Insatsens ändamål " + measure.purpose() + " kan inte väljas.");
        }
        if (measure.description().isBlank()) {
            fault(field + ".description", "", "is empty", "say what is done", "Beskriv insatsen.");
        }
        text(field + ".description", measure.description());
        if (measure.carriedOutBy().isEmpty()) {
            fault(
                    field + ".carriedOutBy",
                    "",
                    "names nobody",
                    "name the recipients that carry it out",
                    "Ange vilka som ska genomföra insatsen.");
        }
        measure.carriedOutBy().stream()
                .filter(code -> !isOfTheCounty(code))
                .forEach(code -> fault(
                        field + ".carriedOutBy",
                        code.value(),
                        "is no recipient of the county",
                        "name the region or its municipalities",
                        code + " är varken regionen eller en kommun i länet."));
    }

    private boolean isOfTheCounty(RecipientCode code) {
        return terms.highestAmounts().containsKey(code)
                && code.value().startsWith(recipient.value().substring(0, 2));
    }

    private void text(String field, String text) {
        if (text.length() > LONGEST_TEXT) {
            fault(
                    field,
                    text,
                    "is longer than " + LONGEST_TEXT + " characters",
                    "shorten it",
                    "Texten är längre än " + LONGEST_TEXT + " tecken.");
        }
    }

    private void fault(String field, String value, String fault, String remedy, String swedish) {
        faults.add(new FieldFault(field, value, fault, remedy, swedish));
    }
}
