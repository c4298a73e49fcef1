package se.statsbidrag.requisition.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.RequisitionContent;
import se.statsbidrag.rules.programme.AmountSetBy;

/** What a requisition may say in a programme; every fault at once. */
final class ContentRules {
    private ContentRules() {}

    static List<FieldFault> faults(RequisitionTerms terms, RequisitionContent content) {
        List<FieldFault> faults = new ArrayList<>();
        amount(terms, content.amount(), faults);
        if (!content.certified()) {
            faults.add(new FieldFault(
                    "certified",
                    "false",
                    "the recipient has not certified that the conditions will be met",
                    "certify, and send true"));
        }
        purposes(terms, content.purposes(), faults);
        return faults;
    }

    private static void amount(RequisitionTerms terms, @Nullable Long amount, List<FieldFault> faults) {
        switch (terms.amountSetBy()) {
            case AmountSetBy.PROGRAMME -> {
                if (amount != null) {
                    faults.add(new FieldFault(
                            "amount", amount.toString(), "the programme sets the amount itself", "leave it out"));
                }
            }
            case AmountSetBy.RECIPIENT -> {
                if (amount == null) {
                    faults.add(new FieldFault("amount", "", "is missing", "state the amount in whole kronor"));
                } else if (amount < 1) {
                    faults.add(new FieldFault(
                            "amount", amount.toString(), "is not above 0", "state the amount in whole kronor"));
                }
            }
        }
    }

    private static void purposes(RequisitionTerms terms, List<Integer> purposes, List<FieldFault> faults) {
        Set<Integer> seen = new HashSet<>();
        for (int index = 0; index < purposes.size(); index++) {
            int purpose = purposes.get(index);
            String field = "purposes[" + index + "]";
            if (!terms.purposes().contains(purpose)) {
                faults.add(new FieldFault(
                        field,
                        Integer.toString(purpose),
                        "is not a purpose of the programme",
                        terms.purposes().isEmpty()
                                ? "leave purposes out; the programme has none to choose from"
                                : "choose among " + terms.purposeList()));
            } else if (!seen.add(purpose)) {
                faults.add(new FieldFault(field, Integer.toString(purpose), "is named twice", "name it once"));
            }
        }
        if (purposes.isEmpty() && !terms.purposes().isEmpty()) {
            faults.add(new FieldFault("purposes", "", "names no purpose", "choose among " + terms.purposeList()));
        }
    }
}
