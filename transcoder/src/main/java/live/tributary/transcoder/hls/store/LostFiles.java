// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import live.tributary.transcoder.hls.SegmentFile;

/** The files of one window that do not hold all that was to be in them, and never will. Any thread. */
final class LostFiles {

    private final Set<SegmentFile> files = ConcurrentHashMap.newKeySet();
    private final AtomicLong count = new AtomicLong();
    private volatile boolean all;

    void add(SegmentFile file) {
        if (files.add(file)) {
            count.incrementAndGet();
        }
    }

    void addAll() {
        all = true;
        count.incrementAndGet();
    }

    boolean has(SegmentFile file) {
        return all || files.contains(file);
    }

    boolean hasAll() {
        return all;
    }

    /** The segment left the window. */
    void forget(long msn) {
        files.removeIf(file -> file.msn() == msn);
    }

    /** How often a file was lost. */
    long count() {
        return count.get();
    }
}
