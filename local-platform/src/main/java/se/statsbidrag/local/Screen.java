package se.statsbidrag.local;

import java.io.PrintStream;
import java.time.Duration;

/** What the launcher tells the person before it: lasting lines, and one status line that a terminal overwrites. */
public final class Screen {

    private static final long QUIET_SECONDS = 5;

    private final PrintStream out;
    private final boolean terminal;
    private final long started = System.nanoTime();
    private String status = "";
    private long lastStatusSecond;

    /** @param terminal whether what was written can be overwritten */
    public Screen(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    static Screen ofThisProcess() {
        return new Screen(System.out, Boolean.getBoolean("statsbidrag.terminal"));
    }

    /** A line that stays. */
    public synchronized void line(String text) {
        clear();
        out.println(text);
        out.flush();
    }

    /** What goes on now. A terminal shows it on one line; elsewhere it comes as a line every five seconds at most. */
    public synchronized void status(String text) {
        long second = elapsedSeconds();
        String shown = "  " + text + " … " + second + " s";
        if (terminal) {
            clear();
            out.print(shown);
            out.flush();
            status = shown;
        } else if (second - lastStatusSecond >= QUIET_SECONDS) {
            lastStatusSecond = second;
            out.println(shown);
            out.flush();
        }
    }

    /** Seconds since the program started. */
    public long elapsedSeconds() {
        return Duration.ofNanos(System.nanoTime() - started).toSeconds();
    }

    private void clear() {
        if (!status.isEmpty()) {
            out.print("\r" + " ".repeat(status.length()) + "\r");
            status = "";
        }
    }
}
