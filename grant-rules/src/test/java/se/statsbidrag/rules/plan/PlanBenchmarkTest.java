package se.statsbidrag.rules.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Keeps the benchmarks running: once each, without looking at the time. With {@code -Dstatsbidrag.benchmarks=long}, as the
 * profile {@code benchmarks} sets it, they are measured side by side, into {@code target/benchmarks.csv}.
 */
class PlanBenchmarkTest {
    @Test
    void each_benchmark_runs() throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(PlanBenchmark.class.getName() + ".*")
                .shouldFailOnError(true)
                .resultFormat(ResultFormatType.CSV)
                .result("target/benchmarks.csv");
        if ("long".equals(System.getProperty("statsbidrag.benchmarks"))) {
            options.forks(1)
                    .warmupIterations(5)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(5)
                    .measurementTime(TimeValue.seconds(1));
        } else {
            options.forks(0)
                    .warmupIterations(0)
                    .measurementIterations(1)
                    .mode(Mode.SingleShotTime)
                    .verbosity(VerboseMode.SILENT);
        }
        assertThat(new Runner(options.build()).run()).hasSize(5);
    }
}
