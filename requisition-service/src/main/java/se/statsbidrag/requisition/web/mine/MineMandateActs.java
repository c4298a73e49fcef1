package se.statsbidrag.requisition.web.mine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import se.statsbidrag.events.DelegateRole;
import se.statsbidrag.events.access.PersonalNumber;
import se.statsbidrag.events.access.Role;
import se.statsbidrag.events.quarkus.Command;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.requisition.api.Lookup;
import se.statsbidrag.requisition.api.MandateCommands;
import se.statsbidrag.requisition.domain.MandateCommand;
import se.statsbidrag.requisition.web.mine.MineViews.FaultLine;

/** What the page of a mandate does: apply, end, invite, remove, by the same commands as REST. */
@ApplicationScoped
class MineMandateActs {
    private static final int LONGEST_REASON = 2_000;

    private final MandateCommands commands;
    private final CurrentCaller current;
    private final MineWords words;

    MineMandateActs(MandateCommands commands, CurrentCaller current, MineWords words) {
        this.commands = commands;
        this.current = current;
        this.words = words;
    }

    /**
     * What came of it.
     *
     * @param done what was done; empty when it was refused
     */
    record Outcome(String done, List<FaultLine> faults) {}

    Outcome act(String number, MultivaluedMap<String, String> form) {
        String act = MineTyped.text(form, "act");
        String person = MineTyped.text(form, "person");
        DelegateRole role =
                MineTyped.text(form, "role").equals("deputy") ? DelegateRole.DEPUTY : DelegateRole.DATA_COORDINATOR;
        if (!current.get().is(Role.REPRESENTATIVE, Role.DEPUTY)
                && !(act.equals("remove") && role == DelegateRole.DATA_COORDINATOR)) {
            throw Problems.forbidden("A data coordinator may not do this", "Ask the organisation's representative");
        }
        return switch (act) {
            case "apply" ->
                run(
                        number,
                        "applied",
                        command -> new MandateCommand.Apply(command.caller().subject(), command.receivedAt()));
            case "end" -> end(number, MineTyped.text(form, "reason"));
            case "invite" ->
                isPerson(person)
                        ? run(
                                number,
                                "invited",
                                command -> new MandateCommand.Invite(
                                        command.caller().subject(), role, Lookup.person(person)))
                        : fault(
                                "person",
                                words.say(
                                        "Skriv personens id i e-tjänsten, som personen ser på sin sida Mina ärenden. Skriv"
                                                + " aldrig ett personnummer.",
                                        "Write the person’s id in this service, which stands on that person’s page My cases."
                                                + " Never write a personal identity number."));
            case "remove" ->
                run(
                        number,
                        "removed",
                        command -> new MandateCommand.Remove(command.caller().subject(), role, Lookup.person(person)));
            default -> throw Problems.notFound("act of that name");
        };
    }

    private static boolean isPerson(String id) {
        try {
            Lookup.person(id);
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }

    private Outcome end(String number, String reason) {
        if (reason.isEmpty() || reason.length() > LONGEST_REASON || PersonalNumber.standsIn(reason)) {
            return fault(
                    "reason",
                    words.say(
                            "Skriv varför, med högst 2 000 tecken och utan namn eller personnummer.",
                            "Write why, in at most 2,000 characters, without names or personal identity numbers."));
        }
        return run(
                number,
                "ended",
                command -> new MandateCommand.Withdraw(command.caller().subject(), false, null, reason));
    }

    private static Outcome fault(String field, String text) {
        return new Outcome("", List.of(new FaultLine(field, text, "#" + field)));
    }

    private Outcome run(String number, String done, Function<Command, MandateCommand> act) {
        try (Response _ = commands.execute(number, act)) {
            return new Outcome(done, List.of());
        } catch (ProblemException e) {
            if (e.problem().status() == 403 || e.problem().status() == 404) {
                throw e;
            }
            return new Outcome(
                    "",
                    List.of(new FaultLine(
                            "",
                            words.say(
                                    "Det går inte: en annan ansökan väntar, eller personen har redan en annan roll hos er.",
                                    "It does not fit: another application waits, or the person has another role already."),
                            "")));
        }
    }
}
