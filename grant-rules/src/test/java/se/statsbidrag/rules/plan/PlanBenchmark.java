package se.statsbidrag.rules.plan;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import se.statsbidrag.rules.ShippedDefinition;
import se.statsbidrag.rules.WorkedExample;
import se.statsbidrag.rules.fact.Facts;
import se.statsbidrag.rules.programme.CanonicalForm;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.value.RecipientCode;

/** How long a full year takes: the plan computed anew, one recipient's steps as a document, and as a letter. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PlanBenchmark {
    private static final RecipientCode MUNICIPALITY = new RecipientCode("2425");
    private static final RecipientCode REGION = new RecipientCode("20");

    private final ProgrammeDefinition localCare = ShippedDefinition.definition(ShippedDefinition.LOCAL_CARE);
    private final Facts localCareYear = LocalCareExplanationTest.facts();
    private final PlanExplanation localCareExplanation = PlanExplanation.of(localCare, localCareYear);
    private final ProgrammeDefinition queues = ShippedDefinition.definition();
    private final Facts queueYear = WorkedExample.year().bothPassed().facts();
    private final PlanExplanation queueExplanation = PlanExplanation.of(queues, queueYear);

    @Benchmark
    public PayoutPlan planOf311Recipients() {
        return PayoutCalculator.compute(localCare, localCareYear);
    }

    @Benchmark
    public String stepsOfOneOf311Recipients() {
        return CanonicalForm.text(StepDocument.of(localCareExplanation.recipient(MUNICIPALITY)));
    }

    @Benchmark
    public String letterToOneOf311Recipients() {
        return localCareExplanation.text(MUNICIPALITY);
    }

    @Benchmark
    public PayoutPlan planOf21Regions() {
        return PayoutCalculator.compute(queues, queueYear);
    }

    @Benchmark
    public String stepsOfOneOf21Regions() {
        return CanonicalForm.text(StepDocument.of(queueExplanation.recipient(REGION)));
    }
}
