package se.statsbidrag.events.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A file's lines, each ended by a line feed, of which one is held at a time. Stricter than a reader of texts: no byte is mended. */
final class ExportLines {
    /** No event is as large; a file without line ends must not fill the memory. */
    private static final int MOST_BYTES = 32 * 1024 * 1024;

    private static final int END_OF_FILE = -1;

    private final InputStream in;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    private long number;

    ExportLines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** Of the line read last, from 1. */
    long number() {
        return number;
    }

    /**
     * The next line without its end; null after the last.
     *
     * @throws UnreadableLine when it is cut off, too long or no UTF-8
     */
    @Nullable String next() {
        try {
            int read = in.read();
            if (read == END_OF_FILE) {
                return null;
            }
            number++;
            bytes.reset();
            while (read != '\n') {
                if (read == END_OF_FILE) {
                    throw new UnreadableLine(number, "is cut off: the file ends in it");
                }
                if (bytes.size() == MOST_BYTES) {
                    throw new UnreadableLine(number, "is longer than any event");
                }
                bytes.write(read);
                read = in.read();
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw unreadable("is no UTF-8 text", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    UnreadableLine unreadable(String fault, Exception cause) {
        UnreadableLine unreadable = new UnreadableLine(number, fault);
        unreadable.initCause(cause);
        return unreadable;
    }
}
