package se.statsbidrag.allocation.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import se.statsbidrag.allocation.application.PlanChange;
import se.statsbidrag.allocation.application.PlanHistory;
import se.statsbidrag.allocation.application.RecipientChange;
import se.statsbidrag.allocation.application.SwedishChange;
import se.statsbidrag.allocation.read.PlanHistories;
import se.statsbidrag.allocation.read.PlanQueries;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.RecipientCode;

/** Puts together the page of what changed a recipient's amount (architecture: truth 9). */
@ApplicationScoped
class ChangesPages {
    private static final int ON_A_PAGE = 20;
    private static final int MOST_NAMED = 3;

    private final PlanHistories histories;
    private final RecipientPages recipients;
    private final MoneyTexts texts;

    ChangesPages(PlanHistories histories, RecipientPages recipients, MoneyTexts texts) {
        this.histories = histories;
        this.recipients = recipients;
        this.texts = texts;
    }

    /** @param asked from 1; the nearest that there is */
    ChangesPage page(String programme, String recipient, int asked) {
        Subject subject = recipients.subject(programme, recipient);
        PlanHistory history =
                histories.ofStoredPlans(PlanQueries.programme(programme)).history();
        List<RecipientChange> all = history.changesOf(recipient);
        int pages = Math.max(1, (all.size() + ON_A_PAGE - 1) / ON_A_PAGE);
        int page = Math.clamp(asked, 1, pages);
        return new ChangesPage(
                subject,
                all.isEmpty() ? 0 : all.getFirst().part().after(),
                all.stream()
                        .skip((long) (page - 1) * ON_A_PAGE)
                        .limit(ON_A_PAGE)
                        .map(each -> change(subject, each))
                        .toList(),
                page,
                pages,
                all.size(),
                all.reversed().stream()
                        .filter(each -> each.part().difference() != 0)
                        .map(each -> new ChangesPage.Point(
                                each.change().event().toString(),
                                each.change().recordedAt(),
                                each.part().after(),
                                texts.happened(each.change().happened())))
                        .toList(),
                history.latest()
                        .map(latest -> latest.definition().syntheticTables())
                        .orElse(List.of()));
    }

    private ChangesPage.Change change(Subject subject, RecipientChange told) {
        PlanChange change = told.change();
        SwedishChange swedish = new SwedishChange(change, told.part());
        return new ChangesPage.Change(
                change.event().toString(),
                change.recordedAt(),
                texts.happened(change.happened()),
                whose(told, swedish.own()),
                swedish.own(),
                told.part().before(),
                told.part().after(),
                told.part().difference(),
                told.part().changedLines().stream()
                        .map(line -> new ChangesPage.Line(
                                title(change.definition(), line.pot()), line.before(), line.after(), line.difference()))
                        .toList(),
                swedish.text(),
                CalculationTree.eventAddress(subject.getAddress(), change.event()),
                subject.getAddress() + "?asOf="
                        + URLEncoder.encode(change.recordedAt().toString(), StandardCharsets.UTF_8));
    }

    private String whose(RecipientChange told, boolean own) {
        Collection<RecipientCode> movers = told.change().movers();
        if (movers.isEmpty()) {
            return texts.say("Ingen mottagares uppgifter", "No recipient’s figures");
        }
        if (own && movers.size() == 1) {
            return texts.say("Egna uppgifter", "Its own figures");
        }
        String others = others(told, movers);
        return own
                ? texts.say("Egna uppgifter och uppgifter från ", "Its own figures, and those of ") + others
                : texts.say("Uppgifter från ", "Figures of ") + others;
    }

    private String others(RecipientChange told, Collection<RecipientCode> movers) {
        List<String> names = movers.stream()
                .filter(each -> !each.equals(told.part().recipient()))
                .map(each -> told.change()
                        .definition()
                        .recipient(each)
                        .map(Recipient::name)
                        .orElse(each.value()))
                .toList();
        return names.size() <= MOST_NAMED
                ? names.stream().collect(Collectors.joining(", "))
                : names.size() + texts.say(" andra", " others");
    }

    private static String title(ProgrammeDefinition definition, PotId pot) {
        return definition.pot(pot).map(PotDefinition::title).orElse(pot.value());
    }
}
