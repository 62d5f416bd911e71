// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

import io.netty.buffer.ByteBuf;

/**
 * The playlists of one edition, each rendered when the first viewer asks for it and then lent to all.
 * <p>Guarded by its own lock, which is held while a text is rendered: others who ask want the same one. Whoever shows the
 * next edition does not wait for it.
 */
final class Texts {

    /** Which text: a playlist or master name, its form, and how it travels. */
    record Key(MediaName name, PlaylistForm form, Encoding encoding) {}

    private final WindowMemory memory;
    private final Map<Key, SharedBytes> rendered = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean retired;

    Texts(WindowMemory memory) {
        this.memory = memory;
    }

    /** A retained view of the text; empty when a newer edition has replaced this one. */
    Optional<ByteBuf> lend(Key key, Supplier<Optional<String>> text) {
        lock.lock();
        try {
            return retired ? Optional.empty() : lendLocked(key, text);
        } finally {
            lock.unlock();
            freeIfRetired();
        }
    }

    private Optional<ByteBuf> lendLocked(Key key, Supplier<Optional<String>> text) {
        var known = rendered.get(key);
        if (known != null) {
            return known.lend();
        }
        return text.get().flatMap(rendering -> {
            var bytes = bytes(rendering, key.encoding());
            rendered.put(key, bytes);
            return bytes.lend();
        });
    }

    boolean isRetired() {
        return retired;
    }

    /** A newer edition is shown: lends nothing any more. */
    void retire() {
        retired = true;
        freeIfRetired();
    }

    /** Whoever is rendering at this moment looks again afterwards. */
    private void freeIfRetired() {
        if (retired && lock.tryLock()) {
            try {
                rendered.values().forEach(SharedBytes::release);
                rendered.clear();
            } finally {
                lock.unlock();
            }
        }
    }

    private SharedBytes bytes(String text, Encoding encoding) {
        var plain = text.getBytes(StandardCharsets.US_ASCII);
        var bytes = switch (encoding) {
            case PLAIN -> plain;
            case GZIP -> gzip(plain);
        };
        return new SharedBytes(memory.allocate(bytes.length).writeBytes(bytes));
    }

    private static byte[] gzip(byte[] plain) {
        var bytes = new ByteArrayOutputStream(plain.length / 4);
        try (var gzip = new FastGzip(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /** Level 1: playlists are rewritten five times a second and repeat themselves, so more effort gains little. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(1);
        }
    }
}
