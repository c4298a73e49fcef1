package se.statsbidrag.local.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.statsbidrag.local.Await;
import se.statsbidrag.local.LocalBank;
import se.statsbidrag.local.LocalBank.Entry;
import se.statsbidrag.local.LocalBank.Order;
import se.statsbidrag.local.LocalBank.Transfer;
import se.statsbidrag.local.LocalFault;

/**
 * The made-up bank at work: takes the files that lie in its folder, answers each with a report and, once they are paid, with
 * a statement of account. An economist hands the answers in, as a person would.
 */
final class BankDay {
    private static final String XML = "application/xml";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Stage stage;
    private final Path folder;

    /** @param folder where the system leaves its files for the bank */
    BankDay(Stage stage, Path folder) {
        this.stage = stage;
        this.folder = folder;
    }

    /**
     * Answers these files as soon as they lie in the folder, and takes them away.
     *
     * @param messages the files' identifications
     * @param rejected recipients that the bank will not pay
     */
    void answerAll(List<String> messages, Set<String> rejected) {
        for (String message : messages) {
            Path file = folder.resolve(message + ".xml");
            if (!Await.within(PATIENCE, () -> Files.exists(file))) {
                throw new LocalFault("The bank waited in vain for " + file + ". See the allocation service's log.");
            }
            answer(LocalBank.read(bytes(file)), rejected);
            takeAway(file);
        }
    }

    private void answer(Order order, Set<String> rejected) {
        Map<String, String> reasons = new HashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (Transfer transfer : order.transfers()) {
            if (rejected.contains(transfer.id().substring(transfer.id().lastIndexOf('-') + 1))) {
                reasons.put(transfer.id(), "AC04");
            } else {
                entries.add(new Entry("B-" + (entries.size() + 1), true, transfer.id(), transfer.amount(), ""));
            }
        }
        send("payment-status-reports", LocalBank.statusReport(order, "PSR-" + order.message(), reasons));
        send("bank-statements", LocalBank.statement(order.account(), "STMT-" + order.message(), order.day(), entries));
    }

    /**
     * Money comes in, with the numbers of invoices.
     *
     * @param statement an identification of its own
     * @param account the agency's
     * @param paid kronor by invoice
     */
    void received(String statement, String account, LocalDate day, Map<String, Long> paid) {
        List<Entry> entries = new ArrayList<>();
        paid.forEach(
                (invoice, amount) -> entries.add(new Entry("B-" + (entries.size() + 1), false, "", amount, invoice)));
        send("bank-statements", LocalBank.statement(account, statement, day, entries));
    }

    private void send(String kind, byte[] file) {
        stage.remembered(stage.rest()
                .send(
                        MoneyAct.ECONOMIST,
                        "POST",
                        stage.allocation("/" + kind),
                        XML,
                        new String(file, StandardCharsets.UTF_8))
                .body());
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new LocalFault("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private void takeAway(Path file) {
        try {
            Path taken = Files.createDirectories(folder.resolve("taken"));
            Files.move(file, taken.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LocalFault("Cannot take " + file + " away: " + e.getMessage(), e);
        }
    }
}
