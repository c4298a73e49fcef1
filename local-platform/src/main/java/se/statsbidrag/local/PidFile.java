package se.statsbidrag.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Remembers which process a part runs in, so that a later start finds what an earlier one, killed, left behind. Holds the
 * process's id and its start time: an id alone may have passed to somebody else's process.
 */
record PidFile(Path file) {

    /** How long a process may take to end in order. */
    static final Duration IN_ORDER = Duration.ofSeconds(15);

    /** Remembers this process. */
    void write(ProcessHandle process) {
        ProjectFiles.makeParent(file);
        try {
            Files.writeString(file, process.pid() + " " + started(process));
        } catch (IOException e) {
            throw new LocalFault("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** The remembered process, when it still lives. */
    Optional<ProcessHandle> survivor() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String[] words = Files.readString(file).strip().split(" ", -1);
            return words.length == 2
                    ? ProcessHandle.of(Long.parseLong(words[0]))
                            .filter(ProcessHandle::isAlive)
                            .filter(process -> started(process).equals(words[1]))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Ends the remembered process, in order if it obeys, and forgets it; whether there was one. */
    boolean endSurvivor(String signal) {
        Optional<ProcessHandle> survivor = survivor();
        survivor.ifPresent(process -> end(process, signal, IN_ORDER));
        forget();
        return survivor.isPresent();
    }

    /** Forgets the process. */
    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new LocalFault("Cannot remove " + file + ": " + e.getMessage(), e);
        }
    }

    /** Sends a process this signal (a name such as {@code TERM}), and SIGKILL when it has not obeyed within the time. */
    static void end(ProcessHandle process, String signal, Duration patience) {
        send(process, signal);
        if (!Await.ended(process.onExit(), patience)) {
            process.destroyForcibly();
            Await.ended(process.onExit(), IN_ORDER);
        }
    }

    private static void send(ProcessHandle process, String signal) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!kill.waitFor(5, TimeUnit.SECONDS)) {
                process.destroy();
            }
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
