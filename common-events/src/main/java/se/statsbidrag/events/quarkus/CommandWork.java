package se.statsbidrag.events.quarkus;

/** What a command does: load, decide, append, answer. May be run again when another writer was first, so it keeps no state. */
@FunctionalInterface
public interface CommandWork {
    Answer decide(Command command);
}
