// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import live.tributary.transcoder.hls.WindowEntry;

/** Reads a journal up to the first record that is damaged or was not finished: what comes after it cannot be trusted. */
final class JournalReader {

    private JournalReader() {}

    static List<WindowEntry> read(InputStream journal) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(journal));
        var entries = new ArrayList<WindowEntry>();
        try {
            for (long bytes = 0; bytes <= JournalLimits.MOST_JOURNAL_BYTES; ) {
                var content = content(in);
                entries.addAll(JournalRecord.decode(content));
                bytes += JournalRecord.HEADER_BYTES + content.length;
            }
        } catch (EOFException | MalformedEntryException _) {
            // The end, or where the writer was killed.
        }
        return entries;
    }

    private static byte[] content(DataInputStream in) throws IOException, MalformedEntryException {
        var length = in.readInt();
        var checksum = in.readInt();
        if (length <= 0 || length > JournalLimits.MOST_RECORD_BYTES) {
            throw new MalformedEntryException("record of %d bytes".formatted(length));
        }
        var content = in.readNBytes(length);
        if (content.length < length || JournalRecord.checksum(content) != checksum) {
            throw new MalformedEntryException("damaged record");
        }
        return content;
    }
}
