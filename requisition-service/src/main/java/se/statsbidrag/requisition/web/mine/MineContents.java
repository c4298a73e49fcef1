package se.statsbidrag.requisition.web.mine;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.JointPlan;
import se.statsbidrag.events.RequisitionContent;
import se.statsbidrag.requisition.domain.HeldRequisition;
import se.statsbidrag.requisition.domain.Submission;
import se.statsbidrag.requisition.web.mine.MineViews.CaseRow;
import se.statsbidrag.requisition.web.mine.MineViews.Content;
import se.statsbidrag.requisition.web.mine.MineViews.Measure;
import se.statsbidrag.requisition.web.mine.MineViews.Plan;
import se.statsbidrag.requisition.web.mine.MineViews.Receipt;
import se.statsbidrag.rules.programme.Purpose;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.programme.SourcedText;

/** What requisitions say, in words, and the receipts of them. */
@ApplicationScoped
class MineContents {
    private final MineWords words;

    MineContents(MineWords words) {
        this.words = words;
    }

    /** What a requisition says, in words. */
    Content content(MineCase found, RequisitionContent content) {
        return new Content(
                !found.setsAmount(),
                content.amount(),
                found.asksWish()
                        ? content.wantsRemainingFunds() ? words.say("Ja", "Yes") : words.say("Nej", "No")
                        : null,
                content.purposes().stream()
                        .map(number -> purpose(found, number))
                        .toList(),
                plan(found, content.plan()));
    }

    private static String purpose(MineCase found, int number) {
        return number + ". "
                + found.programme().definition().requisition().purposes().stream()
                        .filter(purpose -> purpose.number() == number)
                        .map(Purpose::text)
                        .findFirst()
                        .orElse("");
    }

    private static @Nullable Plan plan(MineCase found, @Nullable JointPlan plan) {
        return plan == null
                ? null
                : new Plan(
                        plan.reference(),
                        plan.regionalCollaborationStructure(),
                        plan.measures().stream()
                                .map(measure -> new Measure(
                                        purpose(found, measure.purpose()),
                                        measure.description(),
                                        measure.carriedOutBy().stream()
                                                .map(code -> found.programme()
                                                        .definition()
                                                        .recipient(code)
                                                        .map(Recipient::name)
                                                        .orElse(code.value()))
                                                .collect(Collectors.joining(", "))))
                                .toList());
    }

    /** What was received last, whether it counts or not; null for nothing. */
    private record Last(RequisitionContent content, Instant receivedAt, String kind) {}

    private static @Nullable Last last(MineCase found) {
        List<Last> all = new ArrayList<>();
        for (Submission submission : found.stored().file().submissions()) {
            boolean late = !found.terms().inTime(submission.arrivedAt())
                    && !(submission.admission() instanceof Submission.Admitted);
            all.add(new Last(submission.content(), submission.receivedAt(), late ? "late" : "received"));
        }
        for (HeldRequisition held : found.stored().file().held()) {
            all.add(new Last(held.content(), held.receivedAt(), "held"));
        }
        return all.stream().max(Comparator.comparing(Last::receivedAt)).orElse(null);
    }

    static boolean hasReceipt(MineCase found) {
        return last(found) != null;
    }

    /** The receipt of what was received last; null when nothing was. */
    @Nullable Receipt receipt(MineCase found, CaseRow row) {
        Last last = last(found);
        if (last == null) {
            return null;
        }
        SourcedText certification = found.programme().definition().requisition().certification();
        return new Receipt(
                row,
                found.terms().caseNumber(found.recipient().code()),
                last.receivedAt(),
                last.kind(),
                switch (last.kind()) {
                    case "held" -> words.held();
                    case "late" -> words.late(found.terms().dueDate());
                    default -> "";
                },
                content(found, last.content()),
                certification == null ? null : certification.text());
    }
}
