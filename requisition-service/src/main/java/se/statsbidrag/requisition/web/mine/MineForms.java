package se.statsbidrag.requisition.web.mine;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.JointPlan;
import se.statsbidrag.events.PlannedMeasure;
import se.statsbidrag.events.RequisitionContent;
import se.statsbidrag.events.access.Power;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.requisition.domain.ContentRules;
import se.statsbidrag.requisition.domain.FieldFault;
import se.statsbidrag.requisition.web.mine.MineViews.FaultLine;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.RequisitionRules;
import se.statsbidrag.rules.programme.Shares;
import se.statsbidrag.rules.programme.SourcedText;

/** The steps of a requisition's form, which follow from what the programme's definition asks of the recipient. */
@ApplicationScoped
class MineForms {
    static final String AMOUNT = "amount";
    static final String PURPOSES = "purposes";
    static final String PLAN = "plan";
    static final String REVIEW = "review";
    /** All of it on one page, for one whose draft cannot be saved. */
    static final String ALL = "all";

    private final MineCases cases;
    private final MineContents contents;
    private final MineWords words;

    MineForms(MineCases cases, MineContents contents, MineWords words) {
        this.cases = cases;
        this.contents = contents;
        this.words = words;
    }

    /** The steps in order, the summary last; one alone where nothing can be saved in between. */
    static List<String> steps(MineCase found) {
        if (found.isLapsed()) {
            return List.of(ALL);
        }
        List<String> steps = new ArrayList<>(parts(found));
        steps.add(REVIEW);
        return steps;
    }

    /** What the programme asks of the recipient. */
    private static List<String> parts(MineCase found) {
        List<String> parts = new ArrayList<>();
        if (found.setsAmount() || found.asksWish()) {
            parts.add(AMOUNT);
        }
        if (found.asksPurposes()) {
            parts.add(PURPOSES);
        }
        if (found.asksPlan()) {
            parts.add(PLAN);
        }
        return parts;
    }

    /** The parts of the form that a step shows. */
    static List<String> shown(MineCase found, String step) {
        return switch (step) {
            case ALL -> parts(found);
            case REVIEW -> List.of();
            default -> List.of(step);
        };
    }

    static String address(MineCase found, String step) {
        return found.address() + "/form/" + step;
    }

    /** A first content: the whole share, and nothing else. */
    static RequisitionContent beginning(MineCase found) {
        RequisitionContent known = found.known();
        return known != null
                ? known
                : new RequisitionContent(found.setsAmount() ? found.share() : null, false, false, List.of(), null);
    }

    /** What stands in the way of a submission, the certification aside. */
    static List<FieldFault> missing(MineCase found, RequisitionContent content) {
        return ContentRules.faults(
                found.terms().content(),
                found.recipient().code(),
                new RequisitionContent(
                        content.amount(), content.wantsRemainingFunds(), true, content.purposes(), content.plan()));
    }

    /** Of those faults the ones that a step's part can mend. */
    static List<FieldFault> ofStep(List<FieldFault> faults, String step) {
        return faults.stream().filter(fault -> fault.field().startsWith(step)).toList();
    }

    /**
     * The form as it is shown.
     *
     * @param typed what to show in the fields
     * @param faults in form or content
     * @param problem what else is wrong; empty for nothing
     * @param rows how many empty rows for measures to show besides those filled in
     */
    MineForm page(
            MineCase found,
            String step,
            MineTyped typed,
            List<Fault> faults,
            String problem,
            boolean conflict,
            int rows) {
        List<String> steps = steps(found);
        List<String> shown = shown(found, step);
        int at = steps.indexOf(step);
        boolean review = step.equals(REVIEW) || step.equals(ALL);
        RequisitionContent content = typed.content();
        RequisitionContent known = found.known();
        List<FaultLine> lines = new ArrayList<>();
        if (!problem.isEmpty()) {
            lines.add(new FaultLine("", problem, ""));
        }
        faults.forEach(fault -> lines.add(line(found, step, fault)));
        return new MineForm(
                cases.row(found),
                step,
                title(step),
                titled(found, steps, at),
                found.version(),
                shown.contains(AMOUNT) ? amount(found, typed) : null,
                shown.contains(PURPOSES) ? new MineForm.Purposes(purposes(found, content.purposes())) : null,
                shown.contains(PLAN) ? plan(found, content.plan(), rows) : null,
                review ? review(found, step, content) : null,
                lines,
                review ? warnings(found) : List.of(),
                conflict,
                conflict && known != null ? contents.content(found, known) : null,
                at > 0 ? address(found, steps.get(at - 1)) : null,
                found.terms().dueDate());
    }

    private List<MineForm.Step> titled(MineCase found, List<String> steps, int at) {
        List<MineForm.Step> titled = new ArrayList<>();
        for (int index = 0; index < steps.size(); index++) {
            String step = steps.get(index);
            titled.add(new MineForm.Step(index + 1, step, title(step), address(found, step), index == at, index < at));
        }
        return titled;
    }

    private String title(String step) {
        return switch (step) {
            case AMOUNT -> words.say("Belopp", "Amount");
            case PURPOSES -> words.say("Ändamål", "Purposes");
            case PLAN -> words.say("Vem som gör vad", "Who carries out what");
            case ALL -> words.say("Rekvisition", "Requisition");
            default -> words.say("Granska och skicka in", "Review and submit");
        };
    }

    private FaultLine line(MineCase found, String step, Fault fault) {
        String field = Objects.requireNonNullElse(fault.field(), "");
        String list = field.matches("purposes\\[.*") ? PURPOSES : field;
        String part = List.of(AMOUNT, PURPOSES, PLAN).stream()
                .filter(field::startsWith)
                .findFirst()
                .orElse(step);
        String place = "#" + MineForm.anchor(list);
        boolean here = part.equals(step) || shown(found, step).contains(part);
        return new FaultLine(field, words.fault(fault), here ? place : address(found, part) + place);
    }

    private static MineForm.Amount amount(MineCase found, MineTyped typed) {
        Shares shares = Shares.of(found.programme().definition());
        RequisitionContent returned = found.completes() ? found.standing() : null;
        long highest = returned == null || returned.amount() == null
                ? found.share()
                : Math.min(found.share(), returned.amount());
        return new MineForm.Amount(
                found.programme().definition().pots().stream()
                        .filter(pot -> shares.of(pot.id(), found.recipient().code()) > 0)
                        .map(pot -> share(pot, shares, found))
                        .toList(),
                found.share(),
                highest,
                typed.amount(),
                found.asksWish(),
                typed.content().wantsRemainingFunds());
    }

    private static MineForm.Share share(PotDefinition pot, Shares shares, MineCase found) {
        return new MineForm.Share(
                pot.title(), shares.of(pot.id(), found.recipient().code()));
    }

    private static List<MineForm.Purpose> purposes(MineCase found, List<Integer> chosen) {
        return found.programme().definition().requisition().purposes().stream()
                .filter(purpose -> found.terms()
                        .content()
                        .purposesFor(found.recipient().code())
                        .contains(purpose.number()))
                .map(purpose -> new MineForm.Purpose(
                        purpose.number(), purpose.text(), purpose.source(), chosen.contains(purpose.number())))
                .toList();
    }

    private static MineForm.Plan plan(MineCase found, @Nullable JointPlan plan, int rows) {
        RequisitionRules.JointPlanRule rule =
                found.programme().definition().requisition().jointPlan();
        List<PlannedMeasure> measures = new ArrayList<>(plan == null ? List.of() : plan.measures());
        int filled = measures.size();
        int empty = Math.max(rows, found.statesMeasures() && filled == 0 ? 1 : 0);
        for (int row = 0; row < empty; row++) {
            measures.add(new PlannedMeasure(0, "", List.of()));
        }
        List<MineForm.Measure> views = new ArrayList<>();
        for (int index = 0; index < measures.size(); index++) {
            PlannedMeasure measure = measures.get(index);
            views.add(new MineForm.Measure(
                    index,
                    purposes(found, List.of(measure.purpose())),
                    measure.description(),
                    found.county().stream()
                            .map(party -> new MineForm.Party(
                                    party.code().value(),
                                    party.name(),
                                    isCarriedOutBy(measure, party.code().value())))
                            .toList(),
                    index >= filled || measure.carriedOutBy().isEmpty()));
        }
        return new MineForm.Plan(
                found.statesMeasures(),
                rule == null ? "" : rule.source(),
                plan == null ? "" : plan.reference(),
                plan == null ? "" : plan.regionalCollaborationStructure(),
                views);
    }

    private static boolean isCarriedOutBy(PlannedMeasure measure, String code) {
        return measure.carriedOutBy().stream().anyMatch(party -> party.value().equals(code));
    }

    private MineForm.Review review(MineCase found, String step, RequisitionContent content) {
        SourcedText certification = found.programme().definition().requisition().certification();
        return new MineForm.Review(
                step.equals(ALL) ? null : contents.content(found, content),
                certification == null ? null : certification.text(),
                certification == null ? "" : certification.source(),
                content.certified(),
                found.maySubmit(),
                step.equals(ALL) || missing(found, content).isEmpty());
    }

    private List<String> warnings(MineCase found) {
        List<String> warnings = new ArrayList<>();
        if (found.power() instanceof Power.Lapsed(var lapse)) {
            warnings.add(words.lapse(lapse));
        }
        found.terms()
                .notYetOpen(found.now())
                .ifPresent(day -> warnings.add(
                        words.say("Rekvisitioner tas emot från och med ", "Requisitions are received from ")
                                + words.day(day)
                                + words.say(". Utkastet finns kvar till dess.", ". The draft is kept until then.")));
        if (!found.terms().inTime(found.now()) && !found.completes()) {
            warnings.add(words.lateWarning(found.terms().dueDate()));
        }
        if (!found.programme().definition().syntheticTables().isEmpty() && found.setsAmount()) {
            warnings.add(words.say(
                    "Andelen bygger delvis på uppgifter som är påhittade för demonstration.",
                    "The share rests partly on figures made up for demonstration."));
        }
        return warnings;
    }
}
