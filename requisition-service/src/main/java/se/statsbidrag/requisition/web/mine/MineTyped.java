package se.statsbidrag.requisition.web.mine;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.JointPlan;
import se.statsbidrag.events.PlannedMeasure;
import se.statsbidrag.events.RequisitionContent;
import se.statsbidrag.events.access.PersonalNumber;
import se.statsbidrag.requisition.domain.FieldFault;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * What the reader typed on a step, over what was filled in before.
 *
 * @param amount as it was typed
 * @param faults of form; those of content are the rules' matter
 */
record MineTyped(RequisitionContent content, String amount, List<FieldFault> faults) {
    /** The most rows of measures that a form is read for; the rules say how many there may be. */
    private static final int MOST_ROWS = 200;

    private static final int LONGEST_AMOUNT = 18;
    private static final String PLAN = "plan.";

    /** Reads the fields of the parts that were shown; the rest stays as it was. */
    static MineTyped read(
            MineCase found,
            @Nullable RequisitionContent before,
            List<String> parts,
            MultivaluedMap<String, String> form) {
        List<FieldFault> faults = new ArrayList<>();
        String typed = parts.contains(MineForms.AMOUNT) ? text(form, "amount") : before == null ? "" : written(before);
        Long amount = before == null ? null : before.amount();
        boolean wish = before != null && before.wantsRemainingFunds();
        if (parts.contains(MineForms.AMOUNT)) {
            amount = found.setsAmount() ? amount(typed, faults) : null;
            wish = form.containsKey("wantsRemainingFunds");
        }
        List<Integer> purposes = parts.contains(MineForms.PURPOSES)
                ? numbers(form.get("purposes"))
                : before == null ? List.of() : before.purposes();
        JointPlan plan = parts.contains(MineForms.PLAN) ? plan(form, faults) : before == null ? null : before.plan();
        return new MineTyped(
                new RequisitionContent(amount, wish, form.containsKey("certified"), purposes, plan), typed, faults);
    }

    static String written(RequisitionContent content) {
        return content.amount() == null ? "" : content.amount().toString();
    }

    private static @Nullable Long amount(String typed, List<FieldFault> faults) {
        String digits = typed.replaceAll("[\\s\\u00a0\\u202f]|kr(onor)?$", "");
        if (digits.isEmpty()) {
            return null;
        }
        if (!digits.matches("[0-9]{1," + LONGEST_AMOUNT + "}")) {
            faults.add(new FieldFault(
                    "amount",
                    typed,
                    "is no whole number of kronor",
                    "write digits alone, such as 147463134",
                    "Skriv beloppet i hela kronor med siffror, till exempel 147 463 134."));
            return null;
        }
        return Long.parseLong(digits);
    }

    private static List<Integer> numbers(@Nullable List<String> chosen) {
        return chosen == null
                ? List.of()
                : chosen.stream()
                        .filter(number -> number.matches("[0-9]{1,4}"))
                        .map(Integer::valueOf)
                        .distinct()
                        .sorted()
                        .toList();
    }

    private static @Nullable JointPlan plan(MultivaluedMap<String, String> form, List<FieldFault> faults) {
        String reference = checked(form, PLAN + "reference", PLAN + "reference", faults);
        String structure =
                checked(form, PLAN + "regionalCollaborationStructure", PLAN + "regionalCollaborationStructure", faults);
        String removed = text(form, "remove");
        List<PlannedMeasure> measures = new ArrayList<>();
        for (int row = 0; row < MOST_ROWS && form.containsKey(PLAN + "measures[" + row + "].description"); row++) {
            if (!removed.equals(Integer.toString(row))) {
                measure(form, row, measures.size(), faults).ifPresent(measures::add);
            }
        }
        return reference.isEmpty() && structure.isEmpty() && measures.isEmpty()
                ? null
                : new JointPlan(reference, structure, measures);
    }

    /** A row in which nothing is filled in is no measure. */
    private static Optional<PlannedMeasure> measure(
            MultivaluedMap<String, String> form, int row, int index, List<FieldFault> faults) {
        String name = PLAN + "measures[" + row + "].";
        String description = checked(form, name + "description", PLAN + "measures[" + index + "].description", faults);
        List<RecipientCode> parties = form.getOrDefault(name + "carriedOutBy", List.of()).stream()
                .filter(code -> code.matches("[0-9]{2}|[0-9]{4}"))
                .map(RecipientCode::new)
                .toList();
        List<Integer> purpose = numbers(form.get(name + "purpose"));
        return description.isEmpty() && parties.isEmpty()
                ? Optional.empty()
                : Optional.of(new PlannedMeasure(purpose.isEmpty() ? 1 : purpose.getFirst(), description, parties));
    }

    private static String checked(
            MultivaluedMap<String, String> form, String name, String field, List<FieldFault> faults) {
        String text = text(form, name);
        if (PersonalNumber.standsIn(text)) {
            faults.add(new FieldFault(
                    field,
                    "",
                    "holds a personal identity number",
                    "leave it out; none is needed anywhere",
                    "Texten innehåller ett personnummer. Ta bort det: här behövs inga."));
        }
        return text;
    }

    /** Without what is blank around it, and with the line ends that machines use. */
    static String text(MultivaluedMap<String, String> form, String name) {
        String text = form.getFirst(name);
        return text == null ? "" : text.replace("\r\n", "\n").strip();
    }
}
