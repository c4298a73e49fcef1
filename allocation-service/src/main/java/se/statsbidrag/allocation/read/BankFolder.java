package se.statsbidrag.allocation.read;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.statsbidrag.allocation.application.PaymentBatches;
import se.statsbidrag.allocation.domain.ledger.Payments.Batch;
import se.statsbidrag.events.PaymentBatchApproved;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.inbox.Projection;
import se.statsbidrag.events.log.Jdbc;
import se.statsbidrag.rules.value.ProgrammeId;

/**
 * Puts the files of approved batches into the folder that stands for the bank. What the log says goes out, whatever stops
 * when: a file is laid ready, whole and on the disk, before it is noted that it lies there, and sent by giving it its name,
 * which happens or does not. So what lies ready is still to be sent, and what no longer does has been sent, even when the
 * bank has taken it away before that could be noted.
 */
@ApplicationScoped
public class BankFolder implements Projection {
    private static final Logger LOGGER = Logger.getLogger(BankFolder.class.getName());
    private static final long EVERY_MILLISECONDS = 1_000;

    private final DataSource dataSource;
    private final PaymentBatches batches;
    private final Path folder;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("bank-folder").daemon().factory());
    private boolean failing;

    @Inject
    BankFolder(
            DataSource dataSource,
            PaymentBatches batches,
            @ConfigProperty(name = "statsbidrag.bank.folder") String folder) {
        this.dataSource = dataSource;
        this.batches = batches;
        this.folder = Path.of(folder);
    }

    /** @param ready whether it was laid ready before */
    private record Unwritten(String message, ProgrammeId programme, int batch, boolean ready) {}

    void start(@Observes StartupEvent started) {
        var _ = worker.scheduleWithFixedDelay(this::writeAll, 0, EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.shutdown();
        worker.close();
    }

    @Override
    public Set<String> logs() {
        return Set.of("allocations");
    }

    @Override
    public void apply(String log, List<DecodedEvent> events) {
        for (DecodedEvent event : events) {
            if (event.event() instanceof PaymentBatchApproved approved) {
                Batch batch = batches.find(approved.programme(), approved.batch())
                        .orElseThrow(() -> new IllegalStateException("approved, but not there: " + approved));
                write(
                        "INSERT INTO bank_file (message, programme, batch) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                        batch.event().message(),
                        approved.programme().value(),
                        approved.batch());
            }
        }
    }

    /** What went out has gone out, whatever is rebuilt here. */
    @Override
    public void reset() {}

    private void writeAll() {
        try {
            for (Unwritten file : unwritten()) {
                if (!file.ready()) {
                    Batch batch = batches.find(file.programme(), file.batch()).orElseThrow();
                    layReady(file.message(), batches.file(batch));
                    write("UPDATE bank_file SET ready_at = now() WHERE message = ?", file.message());
                }
                send(file.message());
                write("UPDATE bank_file SET written_at = now() WHERE message = ?", file.message());
            }
            failing = false;
        } catch (IOException | RuntimeException e) {
            LOGGER.log(
                    failing ? Level.FINE : Level.SEVERE,
                    "ALARM: files of payments cannot be put into the bank's folder " + folder + "; it is tried again",
                    e);
            failing = true;
        }
    }

    private void layReady(String message, byte[] file) throws IOException {
        Files.createDirectories(folder);
        Files.write(
                ready(message),
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        force(ready(message), StandardOpenOption.WRITE);
        force(folder, StandardOpenOption.READ);
    }

    private void send(String message) throws IOException {
        if (Files.exists(ready(message))) {
            Files.move(ready(message), folder.resolve(message + ".xml"), StandardCopyOption.ATOMIC_MOVE);
            force(folder, StandardOpenOption.READ);
        }
    }

    /** A name that the bank does not look at. */
    private Path ready(String message) {
        return folder.resolve("." + message + ".xml.part");
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    private List<Unwritten> unwritten() {
        return Jdbc.with(dataSource, connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                            "SELECT message, programme, batch, ready_at IS NOT NULL FROM bank_file WHERE written_at IS NULL ORDER BY message");
                    ResultSet row = query.executeQuery()) {
                List<Unwritten> files = new ArrayList<>();
                while (row.next()) {
                    files.add(new Unwritten(
                            row.getString(1), new ProgrammeId(row.getString(2)), row.getInt(3), row.getBoolean(4)));
                }
                return files;
            }
        });
    }

    private void write(String sql, Object... values) {
        Jdbc.with(dataSource, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int index = 0; index < values.length; index++) {
                    statement.setObject(index + 1, values[index]);
                }
                return statement.executeUpdate();
            }
        });
    }
}
