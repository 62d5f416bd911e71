// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Where a document comes from that somebody names at a command: a file, or an address. */
final class DocumentSource {

    /** A snapshot of ten thousand live groups has three million bytes. */
    private static final int MOST_BYTES = 64 << 20;

    private static final int CHUNK_BYTES = 1 << 16;

    private static final int PATIENCE_MILLIS = 30_000;

    /** For the whole: a server that sends a byte every now and then would hold the command for ever. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private DocumentSource() {}

    /** Reads all of it.
     *  @throws IOException with a sentence, also for what is no address and no name of a file */
    static byte[] read(String source) throws IOException {
        try (var bytes = open(source)) {
            return read(bytes, LONGEST);
        } catch (IOException | IllegalArgumentException failure) {
            throw new IOException("Cannot read %s: %s".formatted(source, failure.getMessage()), failure);
        }
    }

    /** Reads all of it, within a time. */
    static byte[] read(InputStream bytes, Duration longest) throws IOException {
        long begin = System.nanoTime();
        var read = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK_BYTES];
        for (int length = bytes.read(chunk); length >= 0; length = bytes.read(chunk)) {
            read.write(chunk, 0, length);
            if (read.size() > MOST_BYTES) {
                throw new IOException("more than %d MB".formatted(MOST_BYTES >> 20));
            }
            if (System.nanoTime() - begin > longest.toNanos()) {
                throw new IOException("it takes longer than %d minutes".formatted(longest.toMinutes()));
            }
        }
        return read.toByteArray();
    }

    static boolean isAddress(String source) {
        return source.startsWith("https://") || source.startsWith("http://");
    }

    private static InputStream open(String source) throws IOException {
        if (!isAddress(source)) {
            return Files.newInputStream(Path.of(source));
        }
        var connection = URI.create(source).toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        return connection.getInputStream();
    }
}
