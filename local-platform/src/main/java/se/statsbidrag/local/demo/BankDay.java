package se.statsbidrag.local.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
    private static final String ECONOMIST = "economist-1";
    private static final String XML = "application/xml";

    private final RestClient rest;
    private final URI allocation;
    private final Path folder;

    /**
     * @param allocation base of the allocation-service's REST API
     * @param folder where the system leaves its files for the bank
     */
    BankDay(RestClient rest, URI allocation, Path folder) {
        this.rest = rest;
        this.allocation = allocation;
        this.folder = folder;
    }

    /**
     * Answers all that lies in the folder, and takes it away.
     *
     * @param rejected end-to-end identifications of payments that the bank will not pay
     * @return how many files there were
     */
    int answerAll(Set<String> rejected) {
        List<Path> files = files();
        for (Path file : files) {
            Order order = LocalBank.read(bytes(file));
            answer(order, rejected);
            takeAway(file);
        }
        return files.size();
    }

    private void answer(Order order, Set<String> rejected) {
        Map<String, String> reasons = new HashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (Transfer transfer : order.transfers()) {
            if (rejected.contains(transfer.id())) {
                reasons.put(transfer.id(), "AC04");
            } else {
                entries.add(new Entry("B-" + (entries.size() + 1), true, transfer.id(), transfer.amount(), ""));
            }
        }
        send("payment-status-reports", LocalBank.statusReport(order, "PSR-" + order.message(), reasons));
        send("bank-statements", LocalBank.statement(order.account(), "STMT-" + order.message(), order.day(), entries));
    }

    /**
     * Money comes in, with the number of an invoice.
     *
     * @param statement an identification of its own
     * @param account the agency's
     */
    void received(String statement, String account, LocalDate day, String invoice, long amount) {
        send(
                "bank-statements",
                LocalBank.statement(account, statement, day, List.of(new Entry("B-1", false, "", amount, invoice))));
    }

    private void send(String kind, byte[] file) {
        rest.send(
                ECONOMIST, "POST", URI.create(allocation + "/" + kind), XML, new String(file, StandardCharsets.UTF_8));
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(each -> each.getFileName().toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new LocalFault("Cannot read the bank's folder " + folder + ": " + e.getMessage(), e);
        }
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
