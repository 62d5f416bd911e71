// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.time.Duration;

/**
 * How much a store asks of its disk.
 *
 * @param patience how long viewers wait for a slow disk before they are shown what is not yet written
 * @param queue media time of each rendition that may wait for a disk that is late; what comes beyond it stays in memory
 *     only, and its segment is a gap once it leaves that
 * @param queuedBytes the same bound for a whole broadcast in bytes, which counts for a burst as well
 * @param reservedBytes room on the disk that is left to others: with less, the oldest segments go before their time
 * @param journalBytes a journal is rewritten when it passes this and has doubled
 * @param unwrittenJournalBytes steps that wait for a disk to take them again; with more, the journal is given up
 */
public record StoreLimits(
        Duration patience,
        Duration queue,
        long queuedBytes,
        long reservedBytes,
        long journalBytes,
        int unwrittenJournalBytes) {

    public StoreLimits {
        if (patience.isNegative() || queue.isNegative() || queuedBytes < 0 || reservedBytes < 0) {
            throw new IllegalArgumentException("patience %s, queue %s and %d bytes, reserve %d bytes"
                    .formatted(patience, queue, queuedBytes, reservedBytes));
        }
        if (journalBytes <= 0 || unwrittenJournalBytes < 0) {
            throw new IllegalArgumentException(
                    "journal of %d and %d bytes".formatted(journalBytes, unwrittenJournalBytes));
        }
    }

    /** 200 ms, 2 s and 32 MiB, 1 GiB; a journal of 1 MiB, and as much that may wait. */
    public static StoreLimits defaults() {
        return new StoreLimits(Duration.ofMillis(200), Duration.ofSeconds(2), 32 << 20, 1L << 30, 1L << 20, 1 << 20);
    }

    public StoreLimits withReservedBytes(long bytes) {
        return new StoreLimits(patience, queue, queuedBytes, bytes, journalBytes, unwrittenJournalBytes);
    }
}
