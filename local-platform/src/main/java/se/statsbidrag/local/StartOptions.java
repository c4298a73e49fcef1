package se.statsbidrag.local;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.statsbidrag.local.demo.Regime;

/**
 * What {@code ./start} was asked for.
 *
 * @param fresh begin from nothing
 * @param demo the demonstration year to play, if any
 */
record StartOptions(boolean fresh, Optional<Regime> demo) {

    private static final String DEMO = "--demo";

    /** Reads the words of the command line; the script has refused unknown ones before, with the usage. */
    static StartOptions parse(List<String> words) {
        boolean fresh = false;
        Optional<Regime> demo = Optional.empty();
        for (String word : words) {
            if (word.equals("--fresh")) {
                fresh = true;
            } else if (word.equals(DEMO)) {
                demo = Optional.of(Regime.ALL_CAPPED);
            } else if (word.startsWith(DEMO + "=")) {
                demo = Optional.of(regime(word.substring(DEMO.length() + 1)));
            } else {
                throw unknown(word);
            }
        }
        return new StartOptions(fresh, demo);
    }

    private static Regime regime(String name) {
        for (Regime regime : Regime.values()) {
            if (regime.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name)) {
                return regime;
            }
        }
        throw unknown(DEMO + "=" + name);
    }

    private static LocalFault unknown(String word) {
        return new LocalFault("Unknown option " + word + ". Try ./start --help");
    }
}
