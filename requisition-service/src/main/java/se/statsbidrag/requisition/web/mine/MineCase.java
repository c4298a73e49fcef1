package se.statsbidrag.requisition.web.mine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.RequisitionContent;
import se.statsbidrag.events.access.MandateRole;
import se.statsbidrag.events.access.Permission;
import se.statsbidrag.events.access.Permissions;
import se.statsbidrag.events.access.Power;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.requisition.application.StoredDraft;
import se.statsbidrag.requisition.application.StoredMandate;
import se.statsbidrag.requisition.application.StoredRequisition;
import se.statsbidrag.requisition.domain.Requisition;
import se.statsbidrag.requisition.domain.RequisitionState;
import se.statsbidrag.requisition.domain.RequisitionTerms;
import se.statsbidrag.requisition.read.RequisitionView;
import se.statsbidrag.rules.programme.AllocationKey;
import se.statsbidrag.rules.programme.AmountSetBy;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.Recipient;

/**
 * A recipient's case with all that its pages rest on, as one of its own people sees it.
 *
 * @param view null when nothing was ever received or saved
 * @param power how the reader stands in the organisation's mandate
 * @param now by the business clock
 */
record MineCase(
        ProgrammeInForce programme,
        Recipient recipient,
        RequisitionTerms terms,
        StoredRequisition stored,
        StoredDraft drafts,
        @Nullable RequisitionView view,
        StoredMandate mandate,
        Permissions permissions,
        Power power,
        String reader,
        Instant now) {

    String address() {
        return "/cases/mine/" + programme.id() + "/" + recipient.code();
    }

    boolean may(Permission permission) {
        return permissions.allows(power, permission);
    }

    long version() {
        return stored.version() + drafts.version();
    }

    /** Whether somebody who may has begun it. */
    boolean isBegun() {
        return drafts.standing(stored).isPresent()
                || !stored.file().submissions().isEmpty();
    }

    /** Whether a submission now would only be held. */
    boolean isLapsed() {
        return power instanceof Power.Lapsed;
    }

    /** Whether the reader may fill it in: as a draft, or all at once where it would be held. */
    boolean mayFillIn() {
        return isLapsed() || may(isBegun() ? Permission.FILL_IN : Permission.BEGIN_CASE);
    }

    boolean maySubmit() {
        return isLapsed() || may(Permission.SUBMIT_CASE);
    }

    /** Whether the reader is the representative, who may let in what is held. */
    boolean mayDecideOnHeld() {
        return power instanceof Power.Held held && held.role() == MandateRole.REPRESENTATIVE;
    }

    boolean mayWithdraw() {
        return view != null
                && may(Permission.SUBMIT_CASE)
                && terms.inTime(now)
                && List.of(RequisitionState.SUBMITTED, RequisitionState.RETURNED, RequisitionState.APPROVED)
                        .contains(view.state());
    }

    /** Whether a submission now answers a return, and keeps the arrival time of what it completes (I-R5). */
    boolean completes() {
        return view != null
                && view.state() == RequisitionState.RETURNED
                && view.completeBy() != null
                && !terms.inTime(now)
                && DeadlineDay.inTime(now, view.completeBy());
    }

    /** What is filled in already: the draft, or what stands; null for nothing. */
    @Nullable RequisitionContent known() {
        DecodedEvent draft = drafts.standing(stored).orElse(null);
        return draft != null ? StoredDraft.content(draft) : standing();
    }

    /** What was received and stands; null for nothing. */
    @Nullable RequisitionContent standing() {
        return Requisition.of(stored.file(), terms) instanceof Requisition.Received received
                ? received.submission().content()
                : null;
    }

    long share() {
        return terms.content().highestAmounts().getOrDefault(recipient.code(), 0L);
    }

    boolean setsAmount() {
        return terms.content().amountSetBy() == AmountSetBy.RECIPIENT;
    }

    /** Whether a wish for more has any effect: a pot hands out what others leave to those that want more (I-R2). */
    boolean asksWish() {
        return programme.definition().pots().stream()
                .anyMatch(pot -> pot.key() instanceof AllocationKey.WantingMore && pot.isFor(recipient.code()));
    }

    boolean asksPurposes() {
        return !terms.content().purposesFor(recipient.code()).isEmpty();
    }

    boolean asksPlan() {
        return terms.content().plan().asked();
    }

    /** Whether it says its measures in the requisition, where others may refer to a plan that they share. */
    boolean statesMeasures() {
        return terms.content().plan().stating().contains(recipient.code());
    }

    /** Those who may carry out a measure: the region and the municipalities of the county. */
    List<Recipient> county() {
        String county = recipient.code().value().substring(0, 2);
        return programme.definition().recipients().stream()
                .filter(each -> each.code().value().startsWith(county))
                .toList();
    }
}
