package se.statsbidrag.reporting.read.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.SisterCalls;
import se.statsbidrag.reporting.domain.report.ReportFacts;
import se.statsbidrag.reporting.read.PlanDocument;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** The plan and the balances of an instant, asked where they are computed, so that nothing is computed in two ways. */
@ApplicationScoped
public class MoneyAtInstant {

    /** The sources' clocks may be waited for, and a plan computed from the beginning. */
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private final Optional<URI> allocation;
    private final SisterCalls sisters;
    private final ObjectMapper json;

    MoneyAtInstant(
            @ConfigProperty(name = "statsbidrag.sources.allocations") Optional<URI> allocation,
            SisterCalls sisters,
            ObjectMapper json) {
        this.allocation = allocation;
        this.sisters = sisters;
        this.json = json;
    }

    /** Both. */
    public record Money(ReportFacts.Plan plan, List<ReportFacts.Balance> balances) {}

    /** As {@code GET …/balances} answers. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Balances(List<Line> recipients) {
        /** Whole kronor. */
        @JsonIgnoreProperties(ignoreUnknown = true)
        record Line(
                String recipient,
                long entitled,
                long decided,
                long outstanding,
                long paid,
                long claimed,
                long waived,
                long repaid) {}
    }

    /** @throws ProblemException 422 when the instant is not reached there, 503 without an answer */
    public Money of(ProgrammeId programme, Instant asOf) {
        PlanDocument plan = read(programme, "plan", asOf, PlanDocument.class);
        Balances balances = read(programme, "balances", asOf, Balances.class);
        return new Money(
                plan(plan),
                balances.recipients().stream()
                        .map(each -> new ReportFacts.Balance(
                                new RecipientCode(each.recipient()),
                                each.entitled(),
                                each.decided(),
                                each.outstanding(),
                                each.paid(),
                                each.claimed(),
                                each.waived(),
                                each.repaid()))
                        .toList());
    }

    private static ReportFacts.Plan plan(PlanDocument plan) {
        SortedMap<RecipientCode, SortedMap<PotId, Long>> lines = new TreeMap<>();
        for (PlanDocument.Recipient recipient : plan.recipients()) {
            SortedMap<PotId, Long> own = new TreeMap<>();
            recipient.lines().forEach(line -> own.put(new PotId(line.pot()), line.amount()));
            lines.put(new RecipientCode(recipient.recipient()), own);
        }
        return new ReportFacts.Plan(
                plan.status(),
                plan.pots().stream()
                        .map(pot -> new ReportFacts.Pot(
                                new PotId(pot.pot()),
                                pot.status(),
                                pot.amount(),
                                pot.distributed(),
                                pot.remaining(),
                                pot.transferred(),
                                pot.returned()))
                        .toList(),
                lines);
    }

    private <T> T read(ProgrammeId programme, String what, Instant asOf, Class<T> type) {
        URI address = allocation
                .orElseThrow(() -> Problems.unavailable("It is not said where plans and balances are computed"))
                .resolve("/allocation/v1/programmes/" + programme + "/" + what + "?asOf=" + asOf);
        try {
            HttpResponse<String> answer = sisters.send(HttpRequest.newBuilder(address), ANSWER);
            return switch (answer.statusCode()) {
                case 200 -> json.readValue(answer.body(), type);
                case 422 ->
                    throw Problems.invalid(
                            "asOf",
                            asOf.toString(),
                            "The service that computes plans has not come so far",
                            "Ask for an earlier instant");
                default -> throw Problems.unavailable("The " + what + " cannot be read: status " + answer.statusCode());
            };
        } catch (JsonProcessingException e) {
            throw Problems.unavailable("The " + what + " cannot be understood: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw Problems.unavailable("The " + what + " cannot be read now: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problems.unavailable("The service is ending");
        }
    }
}
