// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

import live.tributary.transcoder.hls.WindowEntry;

/**
 * The journal of one window. Records that a full disk does not take wait for better times, but not for ever: a journal
 * with a hole would make numbers fall after a crash, so it is deleted then, and such a crash begins with new numbers.
 * Confined to the store's thread.
 */
final class Journal implements AutoCloseable {

    private static final int ENTRIES_OF_A_RECORD = 32;

    private final Disk disk;
    private final WindowFolder folder;
    private final StoreLimits limits;
    private final ByteArrayOutputStream unwritten = new ByteArrayOutputStream();
    private Disk.Output output;
    private long length;
    private long rewriteAt;
    private boolean givenUp;

    private Journal(Disk disk, WindowFolder folder, StoreLimits limits, List<WindowEntry> entries) throws IOException {
        this.disk = disk;
        this.folder = folder;
        this.limits = limits;
        this.output = replacement(entries);
    }

    /** Begins with these entries; a journal that is there is replaced in one step. */
    static Journal begin(Disk disk, WindowFolder folder, StoreLimits limits, List<WindowEntry> entries)
            throws IOException {
        return new Journal(disk, folder, limits, entries);
    }

    void append(List<WindowEntry> entries) throws IOException {
        if (givenUp || entries.isEmpty()) {
            return;
        }
        unwritten.writeBytes(JournalRecord.encode(entries));
        try {
            output.write(ByteBuffer.wrap(unwritten.toByteArray()), length);
            length += unwritten.size();
            unwritten.reset();
        } catch (IOException full) {
            if (unwritten.size() > limits.unwrittenJournalBytes()) {
                giveUp();
            }
            throw full;
        }
        if (length > rewriteAt) {
            rewrite();
        }
    }

    /** Writes what a full disk did not take before, and sees to it that no power cut takes it away. */
    void force() throws IOException {
        if (!givenUp) {
            output.write(ByteBuffer.wrap(unwritten.toByteArray()), length);
            length += unwritten.size();
            unwritten.reset();
            output.force();
        }
    }

    private void giveUp() throws IOException {
        givenUp = true;
        unwritten.reset();
        output.close();
        Files.deleteIfExists(folder.journal());
    }

    private void rewrite() throws IOException {
        // Should it fail, the old one goes on, and the next try is not with the next part.
        rewriteAt = 2 * length;
        try (var journal = Files.newInputStream(folder.journal())) {
            var before = output;
            output = replacement(Retention.of(JournalReader.read(journal)));
            before.close();
        }
    }

    /** Writes a new journal and puts it into the place of the old one. */
    private Disk.Output replacement(List<WindowEntry> entries) throws IOException {
        Files.deleteIfExists(folder.newJournal());
        var next = disk.open(folder.newJournal());
        try {
            long written = 0;
            for (var chunk : chunks(entries)) {
                var record = JournalRecord.encode(chunk);
                next.write(ByteBuffer.wrap(record), written);
                written += record.length;
            }
            Files.move(
                    folder.newJournal(),
                    folder.journal(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            length = written;
            rewriteAt = Math.max(limits.journalBytes(), 2 * length);
            return next;
        } catch (IOException full) {
            next.close();
            Files.deleteIfExists(folder.newJournal());
            throw full;
        }
    }

    /** Records stay far below their largest size. */
    private static List<List<WindowEntry>> chunks(List<WindowEntry> entries) {
        var chunks = new ArrayList<List<WindowEntry>>();
        for (int from = 0; from < entries.size(); from += ENTRIES_OF_A_RECORD) {
            chunks.add(entries.subList(from, Math.min(entries.size(), from + ENTRIES_OF_A_RECORD)));
        }
        return chunks;
    }

    @Override
    public void close() throws IOException {
        output.close();
    }
}
