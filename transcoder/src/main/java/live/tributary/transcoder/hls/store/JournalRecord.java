// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

import live.tributary.transcoder.hls.WindowEntry;

/**
 * What became visible together, as the journal holds it: length of the content (4 bytes), CRC32C of the content (4), the
 * content: for each entry its length (4) and its bytes. A record is written and read whole or not at all.
 */
final class JournalRecord {

    static final int HEADER_BYTES = 8;

    private JournalRecord() {}

    static byte[] encode(List<WindowEntry> entries) {
        var bytes = new ByteArrayOutputStream(256);
        try (var out = new DataOutputStream(bytes)) {
            for (var entry : entries) {
                var encoded = EntryEncoder.encode(entry);
                out.writeInt(encoded.length);
                out.write(encoded);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        var content = bytes.toByteArray();
        return ByteBuffer.allocate(HEADER_BYTES + content.length)
                .putInt(content.length)
                .putInt(checksum(content))
                .put(content)
                .array();
    }

    /** The entries of a record's content. */
    static List<WindowEntry> decode(byte[] content) throws MalformedEntryException {
        var in = ByteBuffer.wrap(content);
        var entries = new ArrayList<WindowEntry>();
        while (in.hasRemaining()) {
            if (in.remaining() < Integer.BYTES || entries.size() == JournalLimits.MOST_ENTRIES) {
                throw new MalformedEntryException("record of another shape");
            }
            var length = in.getInt();
            if (length < 0 || length > in.remaining()) {
                throw new MalformedEntryException("entry longer than its record");
            }
            var entry = new byte[length];
            in.get(entry);
            entries.add(EntryDecoder.decode(entry));
        }
        return List.copyOf(entries);
    }

    static int checksum(byte[] content) {
        var checksum = new CRC32C();
        checksum.update(content);
        return (int) checksum.getValue();
    }
}
