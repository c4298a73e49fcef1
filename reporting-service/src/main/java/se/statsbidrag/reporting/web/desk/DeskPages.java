package se.statsbidrag.reporting.web.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.statsbidrag.events.access.Role;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.events.quarkus.ProposalsResource;
import se.statsbidrag.pages.Form;
import se.statsbidrag.pages.Language;
import se.statsbidrag.reporting.application.LateDelivery;
import se.statsbidrag.reporting.application.Reporting;
import se.statsbidrag.reporting.domain.LateDeliveryState;
import se.statsbidrag.reporting.read.LateDeliveryList;
import se.statsbidrag.reporting.web.desk.DeskViews.LateRow;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** Puts together what officers see of late deliveries and reporters. */
@RequestScoped
public class DeskPages {
    private static final int MOST = 500;
    private static final int REGION_CODE = 2;

    private final LateDeliveryList list;
    private final Reporting reporting;
    private final ProposalsResource proposals;
    private final Programmes programmes;
    private final CurrentCaller current;
    private final Language language;
    private final ObjectMapper json;
    private final String[] base;

    DeskPages(
            LateDeliveryList list,
            Reporting reporting,
            ProposalsResource proposals,
            Programmes programmes,
            CurrentCaller current,
            Language language,
            ObjectMapper json,
            @ConfigProperty(name = "statsbidrag.api.base") String base) {
        this.list = list;
        this.reporting = reporting;
        this.proposals = proposals;
        this.programmes = programmes;
        this.current = current;
        this.language = language;
        this.json = json;
        this.base = base.substring(1).split("/", 2);
    }

    DeskViews.Late late(String done) {
        return new DeskViews.Late(rows(), done(done));
    }

    private List<LateRow> rows() {
        return list.find(new LateDeliveryList.Sought(null, null, null, null), 1, MOST).deliveries().stream()
                .map(this::row)
                .toList();
    }

    private LateRow row(LateDelivery late) {
        return new LateRow(
                late.id().toString(),
                title(late.id().programme()),
                late.id().key().reporter().value(),
                late.id().key().month().toString(),
                late.id().revision(),
                late.cells(),
                late.receivedAt(),
                late.cutOff().dueDate(),
                switch (late.state()) {
                    case WAITING -> language.say("Väntar", "Waits");
                    case PROPOSED -> language.say("Föreslagen att släppas in", "Proposed to be let in");
                    case ADMITTED -> language.say("Insläppt", "Let in");
                    case DECLINED -> language.say("Inte insläppt", "Not let in");
                },
                late.state() == LateDeliveryState.WAITING || late.state() == LateDeliveryState.PROPOSED,
                late.state() == LateDeliveryState.PROPOSED,
                current.get().subject().equals(late.proposedBy()),
                late.reason());
    }

    DeskViews.LatePage late(String id, String done, Form form) {
        return new DeskViews.LatePage(
                rows().stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow(NotFoundException::new),
                current.get().is(Role.OFFICER),
                done(done),
                form);
    }

    DeskViews.Scopes scopes(String done, Form form, Set<String> chosen) {
        List<DeskViews.Scope> inForce = new ArrayList<>();
        var scopes = reporting.scopes().scopes();
        inForce.add(new DeskViews.Scope(scopes.defaultReporter().value(), List.of(), null));
        scopes.inForce()
                .forEach(scope -> inForce.add(new DeskViews.Scope(
                        scope.reporter().value(),
                        scope.performedIn().stream().map(this::region).toList(),
                        scope.fromMonth().toString())));
        return new DeskViews.Scopes(
                inForce,
                proposals.list(base[0], base[1], List.of(), null).proposals().stream()
                        .filter(proposal -> proposal.act().equals("reporter-scope"))
                        .map(this::proposal)
                        .toList(),
                regions(chosen),
                current.get().is(Role.OFFICER),
                done(done),
                form);
    }

    private DeskViews.Proposal proposal(ProposalsResource.Waiting proposal) {
        try {
            JsonNode content = json.readTree(proposal.content());
            List<String> regions = new ArrayList<>();
            content.path("performedIn").forEach(code -> regions.add(region(new RecipientCode(code.asText()))));
            return new DeskViews.Proposal(
                    proposal.subject(),
                    regions,
                    content.path("fromMonth").asText(),
                    proposal.reason(),
                    proposal.proposer().equals(current.get().subject()),
                    proposal.position());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A proposal of our own is not JSON", e);
        }
    }

    private List<DeskViews.Region> regions(Set<String> chosen) {
        return programmes.current().programmes().stream()
                .flatMap(programme -> programme.definition().recipients().stream())
                .filter(recipient -> recipient.code().value().length() == REGION_CODE)
                .map(recipient -> new DeskViews.Region(
                        recipient.code().value(),
                        recipient.name(),
                        chosen.contains(recipient.code().value())))
                .distinct()
                .sorted(Comparator.comparing(DeskViews.Region::code))
                .toList();
    }

    private String region(RecipientCode code) {
        return programmes.current().programmes().stream()
                .flatMap(programme -> programme.definition().recipient(code).stream())
                .map(Recipient::name)
                .findFirst()
                .orElse(code.value());
    }

    private String title(ProgrammeId id) {
        return programmes
                .current()
                .programme(id)
                .map(ProgrammeInForce::definition)
                .map(definition -> definition.title().swedish())
                .orElse(id.value());
    }

    private String done(String done) {
        return switch (done) {
            case "proposed" ->
                language.say(
                        "Förslaget är registrerat. En annan handläggare måste godkänna det.",
                        "The proposal is recorded. Another officer must approve it.");
            case "admission" -> language.say("Den sena leveransen är insläppt.", "The late delivery is let in.");
            case "decline" -> language.say("Den sena leveransen släpps inte in.", "The late delivery is not let in.");
            case "approval" -> language.say("Uppdelningen gäller.", "The scope is in force.");
            case "return" -> language.say("Förslaget är returnerat.", "The proposal is returned.");
            default -> "";
        };
    }
}
