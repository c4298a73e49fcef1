package se.statsbidrag.allocation.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.DeadlineExtended;
import se.statsbidrag.events.DeadlinePassed;
import se.statsbidrag.events.DeliveryAdmitted;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.OperationsReported;
import se.statsbidrag.events.ProgrammeVersionActivated;
import se.statsbidrag.events.ProgrammeVersionProposed;
import se.statsbidrag.events.ReporterScopeSet;
import se.statsbidrag.events.RequisitionAdmitted;
import se.statsbidrag.events.RequisitionApproved;
import se.statsbidrag.events.RequisitionChanged;
import se.statsbidrag.events.RequisitionContent;
import se.statsbidrag.events.RequisitionRejected;
import se.statsbidrag.events.RequisitionReturned;
import se.statsbidrag.events.RequisitionSubmitted;
import se.statsbidrag.events.RequisitionWithdrawn;
import se.statsbidrag.events.TieResolved;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.facts.FactsFold;
import se.statsbidrag.rules.programme.AmountSetBy;
import se.statsbidrag.rules.programme.DeadlineKind;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.value.DeadlineId;
import se.statsbidrag.rules.value.OperationCell;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** Whether an event could follow what is known of a programme. */
final class AssumedFact {
    private final FactsFold fold;
    private final ProgrammeId programme;
    private final @Nullable ProgrammeDefinition definition;

    AssumedFact(FactsFold fold, ProgrammeId programme) {
        this.fold = fold;
        this.programme = programme;
        definition = fold.inForce(programme).map(ProgrammeInForce::definition).orElse(null);
    }

    /** Is told what is wrong, field by field. */
    interface Faults {
        void add(String field, @Nullable String value, String fault, String action);
    }

    /** The recipient whose requisition the event would lengthen; null for an event of another kind. */
    static @Nullable RecipientCode requisitionOf(GrantEvent event) {
        return switch (event) {
            case RequisitionSubmitted each -> each.recipient();
            case RequisitionChanged each -> each.recipient();
            case RequisitionWithdrawn each -> each.recipient();
            case RequisitionApproved each -> each.recipient();
            case RequisitionReturned each -> each.recipient();
            case RequisitionRejected each -> each.recipient();
            case RequisitionAdmitted each -> each.recipient();
            default -> null;
        };
    }

    /** The log that such an event stands in. */
    static String log(GrantEvent event) {
        return switch (event) {
            case OperationsReported _, ReporterScopeSet _, DeliveryAdmitted _ -> "operations";
            case TieResolved _ -> "allocations";
            default -> "requisitions";
        };
    }

    void check(GrantEvent event, Faults faults) {
        switch (event) {
            case ProgrammeVersionProposed each -> programme(each.programme(), faults);
            case ProgrammeVersionActivated each -> programme(each.programme(), faults);
            case DeadlineExtended each -> {
                programme(each.programme(), faults);
                deadline(each.deadline(), faults);
            }
            case DeadlinePassed each -> {
                programme(each.programme(), faults);
                deadline(each.deadline(), faults);
            }
            case RequisitionSubmitted each -> {
                recipient(each.programme(), each.recipient(), faults);
                amount(each.content(), faults);
            }
            case RequisitionChanged each -> {
                recipient(each.programme(), each.recipient(), faults);
                amount(each.content(), faults);
            }
            case RequisitionWithdrawn each -> recipient(each.programme(), each.recipient(), faults);
            case RequisitionApproved each -> submission(each.programme(), each.recipient(), each.submission(), faults);
            case RequisitionReturned each -> submission(each.programme(), each.recipient(), each.submission(), faults);
            case RequisitionRejected each -> submission(each.programme(), each.recipient(), each.submission(), faults);
            case RequisitionAdmitted each -> submission(each.programme(), each.recipient(), each.submission(), faults);
            case DeliveryAdmitted each -> {
                programme(each.programme(), faults);
                admitted(each, faults);
            }
            case OperationsReported each -> reported(each, faults);
            case ReporterScopeSet each -> scope(each, faults);
            case TieResolved each -> tie(each, faults);
            default -> faults.add("", null, "The plan does not rest on such events", "Leave it out");
        }
    }

    private void programme(ProgrammeId named, Faults faults) {
        if (!named.equals(programme)) {
            faults.add("programme", named.value(), "It is another programme", "Name " + programme);
        }
    }

    private void deadline(DeadlineId deadline, Faults faults) {
        if (definition == null) {
            notInForce(faults);
        } else if (definition.deadline(deadline).isEmpty()) {
            faults.add(
                    "deadline",
                    deadline.value(),
                    "The programme has no such deadline",
                    "Name one of "
                            + String.join(
                                    ", ",
                                    definition.deadlines().stream()
                                            .map(each -> each.id().value())
                                            .toList()));
        }
    }

    private void recipient(ProgrammeId named, RecipientCode recipient, Faults faults) {
        programme(named, faults);
        recipient("recipient", recipient, faults);
    }

    private void recipient(String field, RecipientCode recipient, Faults faults) {
        if (definition == null) {
            notInForce(faults);
        } else if (definition.recipient(recipient).isEmpty()) {
            faults.add(
                    field,
                    recipient.value(),
                    "The programme has no such recipient",
                    "Send the code of one of its recipients");
        }
    }

    private void amount(RequisitionContent content, Faults faults) {
        if (definition == null) {
            return;
        }
        Long amount = content.amount();
        if (definition.amountSetBy() == AmountSetBy.PROGRAMME && amount != null) {
            faults.add("content.amount", amount.toString(), "The programme sets the amount", "Send null");
        } else if (definition.amountSetBy() == AmountSetBy.RECIPIENT && (amount == null || amount < 0)) {
            faults.add(
                    "content.amount",
                    amount == null ? null : amount.toString(),
                    "A requisition of this programme states an amount",
                    "Send whole kronor, 0 or more");
        }
    }

    private void submission(ProgrammeId named, RecipientCode recipient, long submission, Faults faults) {
        recipient(named, recipient, faults);
        if (!fold.holdsSubmission(programme, recipient, submission)) {
            faults.add(
                    "submission",
                    Long.toString(submission),
                    "The recipient has no such submission",
                    "Send the version that the submission has in the requisition; one that is assumed here has the"
                            + " next");
        }
    }

    private void admitted(DeliveryAdmitted event, Faults faults) {
        int revisions = fold.revisions(event.reporter(), event.month());
        if (event.revision() < 1 || event.revision() > revisions) {
            faults.add(
                    "revision",
                    Integer.toString(event.revision()),
                    "There is no such revision of the delivery",
                    revisions == 0
                            ? "Assume the delivery before its admission"
                            : "Send a revision from 1 to " + revisions);
        }
    }

    private void reported(OperationsReported event, Faults faults) {
        int next = fold.revisions(event.reporter(), event.month()) + 1;
        if (event.revision() != next) {
            faults.add(
                    "revision",
                    Integer.toString(event.revision()),
                    "It is not the next revision of the delivery",
                    "Send " + next);
        }
        counting().ifPresent(counting -> {
            for (int index = 0; index < event.cells().size(); index++) {
                cell("cells[" + index + "]", event.cells().get(index), counting, faults);
            }
        });
    }

    private void cell(String field, OperationCell cell, ProgrammeDefinition counting, Faults faults) {
        recipient(field, cell.homeRegion(), faults);
        recipient(field, cell.performedIn(), faults);
        if (counting.procedure(cell.procedure()).isEmpty()) {
            faults.add(
                    field,
                    cell.procedure().value(),
                    "The programme counts no such procedure",
                    "Send one of the programme's procedures");
        }
    }

    private void scope(ReporterScopeSet event, Faults faults) {
        if (counting().isPresent()) {
            for (int index = 0; index < event.performedIn().size(); index++) {
                recipient("performedIn[" + index + "]", event.performedIn().get(index), faults);
            }
        }
    }

    /** The definition, where the programme counts operations; another's plan does not rest on them. */
    private Optional<ProgrammeDefinition> counting() {
        return Optional.ofNullable(definition)
                .filter(each -> each.onlyDeadline(DeadlineKind.DELIVERY_CUT_OFF).isPresent());
    }

    private void tie(TieResolved event, Faults faults) {
        programme(event.programme(), faults);
        if (definition == null) {
            notInForce(faults);
            return;
        }
        if (definition.pot(event.pot()).isEmpty()) {
            faults.add("pot", event.pot().value(), "The programme has no such pot", "Name one of its pots");
        }
        each("tied", event.tied(), faults);
        each("chosen", event.chosen(), faults);
        if (!event.tied().containsAll(event.chosen())) {
            faults.add("chosen", event.chosen().toString(), "They are not all among the tied", "Choose among the tied");
        }
    }

    private void each(String field, List<RecipientCode> recipients, Faults faults) {
        for (int index = 0; index < recipients.size(); index++) {
            recipient(field + "[" + index + "]", recipients.get(index), faults);
        }
    }

    private void notInForce(Faults faults) {
        faults.add(
                "programme",
                programme.value(),
                "No definition of the programme is in force",
                "Assume that one is put in force first");
    }
}
