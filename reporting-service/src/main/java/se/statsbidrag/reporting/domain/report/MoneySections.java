package se.statsbidrag.reporting.domain.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.statsbidrag.events.AppropriationReceived;
import se.statsbidrag.events.AppropriationRepaid;
import se.statsbidrag.events.AppropriationRequisitioned;
import se.statsbidrag.events.LedgerEvent;
import se.statsbidrag.events.OwnCostBooked;
import se.statsbidrag.events.PayoutsDecided;
import se.statsbidrag.reporting.domain.report.ReportDocument.Bars;
import se.statsbidrag.reporting.domain.report.ReportDocument.Chart;
import se.statsbidrag.reporting.domain.report.ReportDocument.Form;
import se.statsbidrag.reporting.domain.report.ReportDocument.Section;
import se.statsbidrag.reporting.domain.report.ReportDocument.TableBuilder;
import se.statsbidrag.reporting.domain.report.ReportFacts.Balance;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.value.PotId;

/** What became of the money: decided, paid, claimed, repaid and returned, and how what was left was handed out (R-K8, R-T2, R-T8). */
final class MoneySections {
    /** A chart of more recipients than this cannot be read. */
    private static final int MOST_BARS = 25;

    private final ReportFacts facts;

    MoneySections(ReportFacts facts) {
        this.facts = facts;
    }

    /** Who got how much. */
    Section recipients() {
        TableBuilder table = new TableBuilder()
                .column("recipient", "Kod", Form.TEXT)
                .column("name", "Mottagare", Form.TEXT)
                .column("entitled", "Enligt plan", Form.KRONOR)
                .column("decided", "Beslutat", Form.KRONOR)
                .column("outstanding", "Utestående", Form.KRONOR)
                .column("paid", "Utbetalt", Form.KRONOR)
                .column("claimed", "Återkrävt", Form.KRONOR)
                .column("waived", "Eftergivet", Form.KRONOR)
                .column("repaid", "Återbetalt", Form.KRONOR);
        List<Bars> bars = new ArrayList<>();
        for (Balance balance : facts.balances()) {
            table.row(cells(balance, balance.recipient(), facts.name(balance.recipient())));
            bars.add(new Bars(facts.name(balance.recipient()), List.of(balance.decided(), balance.paid())));
        }
        facts.balances().stream().reduce(Balance::plus).ifPresent(sum -> table.sum(cells(sum, "", "Summa")));
        return new Section(
                "recipients",
                "Vilka som har fått bidrag och med vilka belopp",
                List.of("Belopp i hela kronor."),
                table.build(),
                bars.isEmpty() || bars.size() > MOST_BARS
                        ? List.of()
                        : List.of(new Chart(
                                "Beslutat och utbetalt per mottagare, kronor",
                                Form.KRONOR,
                                List.of("Beslutat", "Utbetalt"),
                                bars)));
    }

    private static Object[] cells(Balance balance, Object code, String name) {
        return new Object[] {
            code,
            name,
            balance.entitled(),
            balance.decided(),
            balance.outstanding(),
            balance.paid(),
            balance.claimed(),
            balance.waived(),
            balance.repaid()
        };
    }

    /** What became of each pot. */
    Section pots() {
        TableBuilder table = new TableBuilder()
                .column("pot", "Pott, namn", Form.CODE)
                .column("title", "Pott", Form.TEXT)
                .column("status", "Läge", Form.TEXT)
                .column("amount", "Belopp", Form.KRONOR)
                .column("distributed", "Fördelat", Form.KRONOR)
                .column("remaining", "Kvarstående", Form.KRONOR)
                .column("transferred", "Överfört till omfördelning", Form.KRONOR)
                .column("returned", "Åter till staten", Form.KRONOR);
        facts.plan()
                .pots()
                .forEach(pot -> table.row(
                        pot.pot(),
                        title(pot.pot()),
                        pot.status().equals("CLOSED") ? "Stängd" : "Öppen",
                        pot.amount(),
                        pot.distributed(),
                        pot.remaining(),
                        pot.transferred(),
                        pot.returned()));
        return new Section(
                "pots",
                "Vad som har blivit av varje pott",
                List.of("Belopp = fördelat + kvarstående + överfört + åter till staten."),
                table.build(),
                List.of());
    }

    /** Who got what others left. */
    Section remaining() {
        TableBuilder table = new TableBuilder()
                .column("pot", "Pott, namn", Form.CODE)
                .column("title", "Pott", Form.TEXT)
                .column("recipient", "Kod", Form.TEXT)
                .column("name", "Mottagare", Form.TEXT)
                .column("amount", "Belopp", Form.KRONOR);
        long sum = 0;
        for (PotDefinition pot : facts.definition().pots()) {
            if (pot.funding() instanceof PotDefinition.RemainderOf) {
                for (var recipient : facts.definition().recipientsOf(pot)) {
                    long amount = facts.plan().line(recipient, pot.id());
                    if (amount != 0) {
                        table.row(pot.id(), pot.title(), recipient, facts.name(recipient), amount);
                        sum = Math.addExact(sum, amount);
                    }
                }
            }
        }
        table.sum("", "Summa", "", "", sum);
        return new Section(
                "remaining-funds",
                "Hur kvarstående medel har fördelats",
                List.of(sum == 0 ? "Inga kvarstående medel har fördelats." : "Enligt planen vid rapportens tidpunkt."),
                table.build(),
                List.of());
    }

    /** Each decision. */
    Section decisions() {
        TableBuilder table = new TableBuilder()
                .column("decision", "Beslut", Form.COUNT)
                .column("caseNumber", "Diarienummer", Form.TEXT)
                .column("decidedOn", "Beslutat den", Form.TEXT)
                .column("pots", "Potter", Form.TEXT)
                .column("recipients", "Mottagare", Form.COUNT)
                .column("amount", "Belopp", Form.KRONOR);
        facts.ledger().forEach(recorded -> {
            if (recorded.event() instanceof PayoutsDecided it) {
                table.row(
                        it.decision(),
                        it.caseNumber(),
                        LocalDate.ofInstant(recorded.at(), DeadlineDay.SWEDEN),
                        it.pots().stream().map(this::title).collect(Collectors.joining(", ")),
                        it.lines().stream()
                                .map(line -> line.recipient())
                                .distinct()
                                .count(),
                        it.lines().stream().mapToLong(line -> line.amount()).reduce(0, Math::addExact));
            }
        });
        return new Section("decisions", "Beslut", List.of(), table.build(), List.of());
    }

    /** The agency's account: what came in and what became of it (R-K1, R-K2). */
    Section account() {
        long requisitioned = 0;
        long received = 0;
        long ownCost = 0;
        long returned = 0;
        for (ReportFacts.Recorded recorded : facts.ledger()) {
            LedgerEvent event = recorded.event();
            switch (event) {
                case AppropriationRequisitioned it -> requisitioned = Math.addExact(requisitioned, it.amount());
                case AppropriationReceived it -> received = Math.addExact(received, it.amount());
                case OwnCostBooked it -> ownCost = Math.addExact(ownCost, it.amount());
                case AppropriationRepaid it -> returned = Math.addExact(returned, it.amount());
                default -> {
                    // What else happens to money is between the agency and the recipients.
                }
            }
        }
        long paid = facts.balances().stream().mapToLong(Balance::paid).reduce(0, Math::addExact);
        long repaid = facts.balances().stream().mapToLong(Balance::repaid).reduce(0, Math::addExact);
        Map<String, Object[]> lines = new LinkedHashMap<>();
        lines.put("frame", new Object[] {
            "Högst enligt beslutet", facts.definition().frame().amount()
        });
        lines.put("requisitioned", new Object[] {"Rekvirerat av Kammarkollegiet", requisitioned});
        lines.put("received", new Object[] {"Mottaget från Kammarkollegiet", received});
        lines.put("own-cost", new Object[] {"Myndighetens egen kostnad", ownCost});
        lines.put("paid", new Object[] {"Utbetalt till mottagare", paid});
        lines.put("repaid", new Object[] {"Återbetalt av mottagare", repaid});
        lines.put("returned", new Object[] {"Återbetalt till Kammarkollegiet", returned});
        lines.put("left", new Object[] {
            "Kvar hos myndigheten",
            Math.subtractExact(Math.addExact(received, repaid), Math.addExact(Math.addExact(ownCost, paid), returned))
        });
        TableBuilder table = new TableBuilder()
                .column("line", "Rad, namn", Form.CODE)
                .column("title", "Rad", Form.TEXT)
                .column("amount", "Belopp", Form.KRONOR);
        lines.forEach((name, line) -> table.row(name, line[0], line[1]));
        return new Section(
                "account",
                "Ekonomisk redovisning",
                List.of(
                        "Kvar hos myndigheten = mottaget + återbetalt av mottagare − egen kostnad − utbetalt − återbetalt"
                                + " till Kammarkollegiet."),
                table.build(),
                List.of());
    }

    private String title(PotId pot) {
        return facts.definition().pot(pot).map(PotDefinition::title).orElse(pot.value());
    }
}
