package se.statsbidrag.requisition.web.mine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.RequisitionContent;
import se.statsbidrag.events.quarkus.Command;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Problem;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.requisition.api.RequisitionCommands;
import se.statsbidrag.requisition.domain.FieldFault;
import se.statsbidrag.requisition.domain.RequisitionCommand;
import se.statsbidrag.requisition.web.mine.MineViews.FaultLine;

/** What the form of a requisition does: save, submit, withdraw, by the same commands as REST. */
@ApplicationScoped
class MineActs {
    private static final int CHANGED_MEANWHILE = 412;

    private final MineCases cases;
    private final MineForms forms;
    private final MineWords words;
    private final RequisitionCommands commands;

    MineActs(MineCases cases, MineForms forms, MineWords words, RequisitionCommands commands) {
        this.cases = cases;
        this.forms = forms;
        this.words = words;
        this.commands = commands;
    }

    /** What comes of a form that was sent. */
    sealed interface Outcome {}

    /** It is done; go on there. */
    record Next(String address) implements Outcome {}

    /** The same step again, with what is wrong. */
    record Again(int status, MineForm form) implements Outcome {}

    static ProblemException notAllowed() {
        return Problems.forbidden(
                "You may not fill in this requisition", "Ask the representative, or apply for a mandate");
    }

    /** A step as it is opened: with what is known filled in; the summary with what is missing. */
    MineForm opened(MineCase found, String step, int rows) {
        RequisitionContent known = MineForms.beginning(found);
        MineTyped typed = new MineTyped(known, MineTyped.written(known), List.of());
        List<FieldFault> missing = step.equals(MineForms.REVIEW) ? MineForms.missing(found, known) : List.of();
        return forms.page(found, step, typed, faults(missing), "", false, Math.clamp(rows, 0, 1));
    }

    /** Saves what was typed as a draft, and then goes on when the step has no faults. */
    Outcome save(MineCase found, String step, MultivaluedMap<String, String> form) {
        MineTyped typed = MineTyped.read(found, MineForms.beginning(found), List.of(step), form);
        Problem problem = run(
                found,
                form,
                typed.faults(),
                command -> new RequisitionCommand.SaveDraft(
                        typed.content(), command.receivedAt(), command.caller().subject()));
        MineCase after = again(found);
        if (problem != null) {
            return refused(after, step, typed, problem);
        }
        String wanted = MineTyped.text(form, "go");
        if (form.containsKey("remove")) {
            return new Next(MineForms.address(after, step));
        }
        if (wanted.equals("more")) {
            return new Next(MineForms.address(after, step) + "?rows=1#plan-measures-"
                    + (typed.content().plan() == null
                            ? 0
                            : typed.content().plan().measures().size()));
        }
        if (wanted.equals("later")) {
            return new Next(after.address() + "?done=saved");
        }
        List<FieldFault> wrong = MineForms.ofStep(MineForms.missing(after, typed.content()), step);
        if (!wrong.isEmpty()) {
            return new Again(422, forms.page(after, step, typed, faults(wrong), "", false, 0));
        }
        List<String> steps = MineForms.steps(after);
        return new Next(MineForms.address(after, steps.get(Math.min(steps.indexOf(step) + 1, steps.size() - 1))));
    }

    /** Submits what is saved, or what was typed where nothing could be saved. */
    Outcome submit(MineCase found, String step, MultivaluedMap<String, String> form) {
        MineTyped typed = MineTyped.read(found, MineForms.beginning(found), MineForms.shown(found, step), form);
        String wanted = form.containsKey("remove") ? "remove" : MineTyped.text(form, "go");
        if (!wanted.equals("submit")) {
            int rows = wanted.equals("more") ? 1 : 0;
            return new Again(200, forms.page(found, step, typed, List.of(), "", false, rows));
        }
        Problem problem = run(
                found,
                form,
                typed.faults(),
                command -> new RequisitionCommand.Submit(
                        typed.content(), command.receivedAt(), command.caller().subject()));
        MineCase after = again(found);
        if (problem == null || (problem.status() == CHANGED_MEANWHILE && isSubmitted(after, typed.content()))) {
            return new Next(after.address() + "/receipt");
        }
        if (step.equals(MineForms.REVIEW)) {
            // What stands now is what would be submitted, so that is what the reader has to see and certify.
            RequisitionContent known = MineForms.beginning(after);
            return refused(after, step, new MineTyped(known, MineTyped.written(known), List.of()), problem);
        }
        return refused(after, step, typed, problem);
    }

    /** Sent twice by one press too many: it is there already. */
    private static boolean isSubmitted(MineCase after, RequisitionContent content) {
        return after.drafts().standing(after.stored()).isEmpty() && content.equals(after.standing());
    }

    /** @return why it was refused; empty when it was not */
    String withdraw(MineCase found, MultivaluedMap<String, String> form) {
        Problem problem = run(
                found,
                form,
                List.of(),
                command -> new RequisitionCommand.Withdraw(
                        command.receivedAt(), command.caller().subject()));
        return problem == null ? "" : words.problem(problem);
    }

    /** Lets in what is held, or puts it aside; what is wrong when it was refused. */
    List<FaultLine> onHeld(MineCase found, MultivaluedMap<String, String> form) {
        String number = MineTyped.text(form, "held");
        long held = number.matches("[0-9]{1,18}") ? Long.parseLong(number) : 0;
        String reason = MineTyped.text(form, "reason");
        boolean release = MineTyped.text(form, "go").equals("release");
        Problem problem = run(
                found,
                form,
                List.of(),
                command -> release
                        ? new RequisitionCommand.Release(
                                held,
                                reason,
                                command.receivedAt(),
                                command.caller().subject(),
                                false)
                        : new RequisitionCommand.Dismiss(
                                held,
                                reason,
                                command.receivedAt(),
                                command.caller().subject(),
                                false));
        if (problem == null) {
            return List.of();
        }
        String place = "#reason-" + held;
        return problem.faults().isEmpty()
                ? List.of(new FaultLine("", words.problem(problem), ""))
                : problem.faults().stream()
                        .map(fault -> new FaultLine("reason-" + held, words.fault(fault), place))
                        .toList();
    }

    MineViews.Withdrawal withdrawal(MineCase found, String problem) {
        return new MineViews.Withdrawal(
                cases.row(found), found.version(), found.terms().dueDate(), problem);
    }

    private MineCase again(MineCase found) {
        return cases.load(
                found.programme().id().value(), found.recipient().code().value());
    }

    private Again refused(MineCase after, String step, MineTyped typed, Problem problem) {
        boolean conflict = problem.status() == CHANGED_MEANWHILE;
        return new Again(
                problem.status(),
                forms.page(
                        after,
                        step,
                        typed,
                        problem.faults(),
                        problem.faults().isEmpty() ? words.problem(problem) : "",
                        conflict,
                        0));
    }

    private static List<Fault> faults(List<FieldFault> faults) {
        return faults.stream()
                .map(fault -> Fault.of(fault.field(), fault.value(), fault.fault(), fault.remedy())
                        .inSwedish(fault.swedish()))
                .toList();
    }

    /** @return why it was refused; null when it was not */
    private @Nullable Problem run(
            MineCase found,
            MultivaluedMap<String, String> form,
            List<FieldFault> faults,
            Function<Command, RequisitionCommand> act) {
        String seen = MineTyped.text(form, "version");
        try (Response _ = commands.execute(
                found.programme().id(),
                found.recipient().code(),
                seen.matches("[0-9]{1,18}") ? Long.parseLong(seen) : 0,
                faults,
                act)) {
            return null;
        } catch (ProblemException e) {
            int status = e.problem().status();
            if (status == 403 || status == 404) {
                throw e;
            }
            return e.problem();
        }
    }
}
