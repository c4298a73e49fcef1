package se.statsbidrag.reporting.application;

import java.util.List;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Problem;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.reporting.domain.DeliveryFault;
import se.statsbidrag.reporting.domain.Faults;

/** The faults of a request as the problem that its sender reads. */
public final class FaultProblems {
    private FaultProblems() {}

    /** 422 with the first faults, and how many more there are. */
    public static ProblemException refused(Faults faults) {
        List<Fault> named = faults.first().stream().map(FaultProblems::fault).toList();
        Problem problem = Problems.invalid(named).problem();
        int all = Math.addExact(named.size(), faults.more());
        return new ProblemException(new Problem(
                problem.type(),
                problem.title(),
                problem.status(),
                all == 1 ? "One fault; nothing was recorded" : all + " faults; nothing was recorded",
                problem.instance(),
                named,
                problem.action(),
                faults.more() == 0 ? null : (long) faults.more()));
    }

    private static Fault fault(DeliveryFault fault) {
        Integer row = fault.row();
        return new Fault(
                row == null ? null : row.longValue(),
                fault.field().isEmpty() ? null : fault.field(),
                fault.value(),
                fault.fault(),
                fault.action());
    }
}
