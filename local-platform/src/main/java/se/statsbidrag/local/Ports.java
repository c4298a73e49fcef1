package se.statsbidrag.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** TCP ports on the loopback address. */
public final class Ports {

    /** Below those that operating systems give to outgoing connections, any of which could take a port before its server. */
    private static final int FIRST = 20_000;

    private static final int LAST = 32_000;
    private static final int MOST_ATTEMPTS = 1_000;

    /** Each process locks the bytes at the ports that it was given, so that two tests at a time are not given the same. */
    private static final Path LOCKS = ProjectFiles.root().resolve("local-platform/target/ports.lock");

    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    private static @Nullable FileChannel locks;

    /** A port that nobody listens on now, and that was not given before, here or to a process that still runs. */
    public static synchronized int free() {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (GIVEN.add(port) && !taken(port) && locked(port)) {
                return port;
            }
        }
        throw new LocalFault("No free TCP port from " + FIRST + " to " + LAST + " on this machine");
    }

    private static boolean locked(int port) {
        try {
            FileChannel channel = locks;
            if (channel == null) {
                ProjectFiles.makeParent(LOCKS);
                channel = FileChannel.open(LOCKS, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                locks = channel;
            }
            return channel.tryLock(port, 1, false) != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            throw new LocalFault("Cannot lock " + LOCKS + ": " + e.getMessage(), e);
        }
    }

    /** Whether somebody holds this port. */
    public static boolean taken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** Whether a server takes connections on this port. */
    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
