package se.statsbidrag.events.quarkus;

import jakarta.inject.Singleton;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Lets commands pass side by side, and a change of the local clock only when no command is in flight. */
@Singleton
class CommandGate {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

    <T> T pass(Supplier<T> command) {
        lock.readLock().lock();
        try {
            return command.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    <T> T alone(Supplier<T> change) {
        lock.writeLock().lock();
        try {
            return change.get();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
