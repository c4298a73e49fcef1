package se.statsbidrag.allocation.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.api.PaymentDetailsResource;
import se.statsbidrag.allocation.api.PaymentDetailsResource.Document;
import se.statsbidrag.allocation.api.PaymentDetailsResource.Shown;
import se.statsbidrag.allocation.application.OrganisationPaymentDetails;
import se.statsbidrag.allocation.application.OrganisationPaymentDetails.Waiting;
import se.statsbidrag.allocation.application.PaymentBatches;
import se.statsbidrag.events.ActApproved;
import se.statsbidrag.events.ActProposed;
import se.statsbidrag.events.ActReturned;
import se.statsbidrag.events.PaymentDetails;
import se.statsbidrag.events.PaymentDetailsSet;
import se.statsbidrag.events.access.Role;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.events.quarkus.People;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.pages.Form;
import se.statsbidrag.rules.value.OrganisationNumber;

/** Puts together the pages of payment details. */
@ApplicationScoped
class PaymentDetailsPages {
    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    private final PaymentDetailsResource operations;
    private final OrganisationPaymentDetails details;
    private final PaymentBatches batches;
    private final Programmes programmes;
    private final People people;
    private final CurrentCaller caller;
    private final MoneyTexts texts;

    PaymentDetailsPages(
            PaymentDetailsResource operations,
            OrganisationPaymentDetails details,
            PaymentBatches batches,
            Programmes programmes,
            People people,
            CurrentCaller caller,
            MoneyTexts texts) {
        this.operations = operations;
        this.details = details;
        this.batches = batches;
        this.programmes = programmes;
        this.people = people;
        this.caller = caller;
        this.texts = texts;
    }

    /** @param query part of a name or the beginning of a number; empty for all */
    PaymentDetailsPage.All all(String query) {
        Map<String, Document> known = operations.list().paymentDetails().stream()
                .collect(Collectors.toMap(Document::organisationNumber, Function.identity()));
        String wanted = query.strip().toLowerCase(SWEDISH);
        List<PaymentDetailsPage.Row> rows = new ArrayList<>();
        organisations().forEach((number, name) -> {
            if (number.value().startsWith(wanted) || name.toLowerCase(SWEDISH).contains(wanted)) {
                rows.add(row(number.value(), name, known.get(number.value())));
            }
        });
        return new PaymentDetailsPage.All(
                rows, rows.stream().filter(each -> each.number().isEmpty()).count());
    }

    /** @param form the act that was sent and not recorded, to be shown again */
    PaymentDetailsPage.One one(String organisation, String done, Form form) {
        Map.Entry<OrganisationNumber, String> known = organisations().entrySet().stream()
                .filter(each -> each.getKey().value().equals(organisation))
                .findFirst()
                .orElseThrow(() -> Problems.notFound("organisation '" + organisation + "'"));
        OrganisationNumber number = known.getKey();
        Waiting waiting = details.waiting(number).orElse(null);
        PaymentDetailsSet set = details.find(number).map(each -> each.set()).orElse(null);
        boolean own = waiting != null && waiting.proposer().equals(caller.get().subject());
        String kind = form.of("propose")
                .value("kind", set == null ? "BANKGIRO" : set.details().kind().name());
        return new PaymentDetailsPage.One(
                organisation,
                known.getValue(),
                number.equals(batches.agency()),
                set == null ? null : shown(set),
                waiting == null ? null : shown(waiting.set()),
                waiting == null ? 0 : waiting.position(),
                waiting == null ? "" : name(waiting.proposer()),
                own,
                caller.get().is(Role.ECONOMIST),
                Arrays.stream(PaymentDetails.Kind.values())
                        .map(each -> new ClaimsPage.Choice(
                                each.name(), kind(each), each.name().equals(kind)))
                        .toList(),
                details.history(number).stream().map(this::line).toList(),
                done,
                form);
    }

    private Shown shown(PaymentDetailsSet set) {
        return new Shown(
                kind(set.details().kind()),
                set.details().number(),
                set.details().bank(),
                set.name(),
                set.reason());
    }

    /** The agency first among equals: all by number, with the names of the recipients that they are. */
    private SortedMap<OrganisationNumber, String> organisations() {
        SortedMap<OrganisationNumber, String> found = new TreeMap<>();
        programmes.current().programmes().stream()
                .flatMap(each -> each.definition().recipients().stream())
                .forEach(each -> {
                    OrganisationNumber number = each.organisationNumber();
                    if (number != null) {
                        found.putIfAbsent(number, each.name());
                    }
                });
        found.put(batches.agency(), texts.say("Myndigheten själv", "The agency itself"));
        return found;
    }

    private PaymentDetailsPage.Row row(String organisation, String name, @Nullable Document document) {
        Shown inForce = document == null ? null : document.inForce();
        String state = document == null ? "NONE" : document.state();
        return new PaymentDetailsPage.Row(
                organisation,
                name,
                switch (state) {
                    case "IN_FORCE" -> "FINAL";
                    case "NONE" -> "STALE";
                    default -> state;
                },
                switch (state) {
                    case "IN_FORCE" -> texts.say("Gäller", "In force");
                    case "NONE" -> texts.say("Saknas", "Missing");
                    default -> texts.say("Väntar på godkännande", "Waits for approval");
                },
                inForce == null ? "" : kind(PaymentDetails.Kind.valueOf(inForce.kind())) + " " + inForce.number());
    }

    private String kind(PaymentDetails.Kind kind) {
        return switch (kind) {
            case BANKGIRO -> "Bankgiro";
            case PLUSGIRO -> "Plusgiro";
            case ACCOUNT -> texts.say("Konto (IBAN)", "Account (IBAN)");
        };
    }

    private HistoryLine line(DecodedEvent event) {
        String what = switch (event.event()) {
            case ActProposed _ -> texts.say("Föreslogs", "Proposed");
            case ActApproved _ -> texts.say("Godkändes", "Approved");
            case ActReturned _ -> texts.say("Återlämnades", "Returned");
            default -> texts.say("Började gälla", "Put in force");
        };
        String detail = switch (event.event()) {
            case ActProposed each -> {
                PaymentDetailsSet set = details.decoded(each.content());
                yield text(set) + ". " + each.reason();
            }
            case ActApproved each -> each.reason();
            case ActReturned each -> each.reason();
            case PaymentDetailsSet set -> text(set);
            default -> "";
        };
        return new HistoryLine(
                event.recorded().recordedAt(),
                name(event.recorded().actor()),
                what,
                null,
                detail,
                event.recorded().reference());
    }

    private String text(PaymentDetailsSet set) {
        return kind(set.details().kind()) + " " + set.details().number() + ", " + set.name();
    }

    private String name(String subject) {
        return people.names(List.of(subject)).getOrDefault(subject, subject);
    }
}
