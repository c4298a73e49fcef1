package se.statsbidrag.requisition.web.rules;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.access.Caller;
import se.statsbidrag.events.access.Role;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.pages.Form;
import se.statsbidrag.pages.Language;
import se.statsbidrag.requisition.api.ProgrammeDifferencesView;
import se.statsbidrag.requisition.api.ProgrammeVersionsResource;
import se.statsbidrag.requisition.api.Refusals;
import se.statsbidrag.requisition.application.DefinitionArchive;
import se.statsbidrag.requisition.application.Definitions;
import se.statsbidrag.requisition.domain.Decision;
import se.statsbidrag.requisition.domain.ProgrammeVersion;
import se.statsbidrag.requisition.domain.ProgrammeVersionDecider;
import se.statsbidrag.requisition.domain.ProgrammeVersions;
import se.statsbidrag.requisition.web.rules.RulesViews.By;
import se.statsbidrag.requisition.web.rules.RulesViews.Kronor;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** Puts together what the pages about programmes show. */
@RequestScoped
public class RulesPages {
    private static final int LONGEST_VALUE = 300;

    private final DefinitionArchive archive;
    private final Definitions definitions;
    private final CurrentCaller current;
    private final Language language;
    private final ProgrammeVersionsResource operations;

    RulesPages(
            DefinitionArchive archive,
            Definitions definitions,
            CurrentCaller current,
            Language language,
            ProgrammeVersionsResource operations) {
        this.operations = operations;
        this.archive = archive;
        this.definitions = definitions;
        this.current = current;
        this.language = language;
    }

    RulesViews.Programmes all(Form form) {
        return new RulesViews.Programmes(
                archive.programmes().stream()
                        .map(id -> programme(id, definitions.load(id)))
                        .toList(),
                current.get().is(Role.OFFICER),
                form);
    }

    private RulesViews.Programme programme(ProgrammeId id, ProgrammeVersions versions) {
        ProgrammeDefinition definition = Definitions.definition(shown(versions));
        ProgrammeVersion waiting = versions.waiting().orElse(null);
        return new RulesViews.Programme(
                id.value(),
                definition.title().swedish(),
                versions.active() == 0 ? null : versions.active(),
                waiting == null ? null : waiting.number(),
                waiting != null
                        && waiting.proposed().actor().equals(current.get().subject()),
                definition.recipients().size());
    }

    /** The version in force, or the newest while none is. */
    private static ProgrammeVersion shown(ProgrammeVersions versions) {
        return versions.find(versions.active()).orElseGet(() -> versions.all().getLast());
    }

    RulesViews.Text text(String name, String done, Form form) {
        ProgrammeId id = existing(name);
        ProgrammeVersions versions = definitions.load(id);
        ProgrammeVersion shown = shown(versions);
        return new RulesViews.Text(
                programme(id, versions),
                shown.number(),
                versions.version(),
                RuleText.of(Definitions.definition(shown)),
                versions.all().reversed().stream()
                        .map(version -> version(versions, version))
                        .toList(),
                current.get().is(Role.OFFICER),
                versions.active() > 0,
                done(done),
                form);
    }

    RulesViews.Differences differences(String name, String number, String done, Form form) {
        ProgrammeId id = existing(name);
        ProgrammeVersions versions = definitions.load(id);
        ProgrammeVersion version = number.matches("[1-9][0-9]{0,8}")
                ? versions.find(Integer.parseInt(number)).orElseThrow(NotFoundException::new)
                : missing();
        ProgrammeDifferencesView view = operations.differences(versions, version);
        ProgrammeDefinition definition = Definitions.definition(version);
        Caller caller = current.get();
        boolean waits = versions.waiting().filter(version::equals).isPresent();
        List<Kronor> differing = view.recipients().stream()
                .filter(share -> share.difference() != 0)
                .map(share -> new Kronor(
                        recipient(definition, share.recipient()), share.before(), share.after(), share.difference()))
                .toList();
        return new RulesViews.Differences(
                programme(id, versions),
                version(versions, version),
                versions.version(),
                view.against(),
                view.fields().stream()
                        .map(field ->
                                new RulesViews.Field(field.path(), shortened(field.before()), shortened(field.after())))
                        .toList(),
                view.pots().stream()
                        .filter(pot -> pot.difference() != 0)
                        .map(pot -> new Kronor(
                                definition
                                        .pot(new PotId(pot.pot()))
                                        .map(each -> each.title())
                                        .orElse(pot.pot()),
                                pot.before(),
                                pot.after(),
                                pot.difference()))
                        .toList(),
                differing,
                view.recipients().size() - differing.size(),
                new Kronor(
                        "",
                        view.total().before(),
                        view.total().after(),
                        view.total().difference()),
                due(definition, view.plan()),
                waits,
                caller.is(Role.OFFICER, Role.DECISION_MAKER),
                waits ? refusal(versions, version, caller) : null,
                done(done),
                form);
    }

    private static @Nullable List<Kronor> due(
            ProgrammeDefinition definition, ProgrammeDifferencesView.@Nullable Plan plan) {
        return plan == null
                ? null
                : plan.recipients().stream()
                        .map(due -> new Kronor(
                                recipient(definition, due.recipient()), due.before(), due.after(), due.difference()))
                        .toList();
    }

    private static ProgrammeVersion missing() {
        throw new NotFoundException();
    }

    private @Nullable String refusal(ProgrammeVersions versions, ProgrammeVersion version, Caller caller) {
        if (new ProgrammeVersionDecider(versions).activate(version.number(), caller.subject(), "-")
                instanceof Decision.Refused(var refusal)) {
            var problem = Refusals.problem(refusal).problem();
            return language.say(Objects.requireNonNullElse(problem.swedish(), problem.detail()), problem.detail());
        }
        return null;
    }

    private RulesViews.Version version(ProgrammeVersions versions, ProgrammeVersion version) {
        ProgrammeVersion.State state = versions.state(version);
        return new RulesViews.Version(
                version.number(),
                state.name(),
                switch (state) {
                    case PROPOSED -> language.say("Föreslagen", "Proposed");
                    case IN_FORCE -> language.say("I kraft", "In force");
                    case REPLACED -> language.say("Ersatt", "Replaced");
                    case RETURNED -> language.say("Returnerad", "Returned");
                },
                version.proposal().definitionHash(),
                Objects.requireNonNull(by(version.proposed())),
                by(version.activated()),
                by(version.returned()));
    }

    private @Nullable By by(ProgrammeVersion.@Nullable Act act) {
        if (act == null) {
            return null;
        }
        String who = act.actor().equals(current.get().subject())
                ? language.say("dig", "you")
                : act.actor().startsWith("system:")
                        ? language.say("systemet", "the system")
                        : language.say("en annan person", "another person");
        return new By(who, act.at(), act.reason());
    }

    private static String recipient(ProgrammeDefinition definition, String code) {
        return definition
                .recipient(new RecipientCode(code))
                .map(Recipient::name)
                .orElse(code);
    }

    private static @Nullable String shortened(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        String text = value.toString();
        return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text;
    }

    private ProgrammeId existing(String name) {
        return archive.programmes().stream()
                .filter(programme -> programme.value().equals(name))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private String done(String done) {
        return switch (done) {
            case "proposed" ->
                language.say(
                        "Versionen är föreslagen. En annan person måste sätta den i kraft eller returnera den.",
                        "The version is proposed. Another person must put it in force or return it.");
            case "activation" -> language.say("Versionen är i kraft.", "The version is in force.");
            case "return" -> language.say("Versionen är returnerad.", "The version is returned.");
            default -> "";
        };
    }

    /** Bound programmes as text. */
    static List<String> bound(List<DefinitionArchive.Binding> bindings) {
        return bindings.stream()
                .map(binding -> binding.programme() + " " + binding.version())
                .distinct()
                .collect(Collectors.toList());
    }
}
