// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.LongSupplier;

import live.tributary.transcoder.hls.MediaBytes;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.hls.SegmentFile;
import live.tributary.transcoder.hls.WindowEntry;

/**
 * What one broadcast has waiting for its disk, which is bounded: for all of it in bytes, and for each rendition in media
 * time, so that none is left out because of another. A burst of media is no slow disk: only bytes count as long as nothing
 * waits longer than viewers do. Filled by the pipeline, emptied by the store's thread.
 */
final class WritingQueue {

    private final StoreLimits limits;
    private final LongSupplier nanos;
    private final BlockingQueue<Batch> batches = new LinkedBlockingQueue<>();
    private final Deque<Long> unfinishedSince = new ArrayDeque<>();
    private final Map<RenditionName, Duration> time = new HashMap<>();
    private final Map<SegmentFile, Integer> parts = new HashMap<>();
    private long bytes;

    /** @param nanos the monotonic clock */
    WritingQueue(StoreLimits limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
    }

    /** Takes in what there is room for, and says which files the rest belongs to. */
    synchronized Collection<SegmentFile> add(List<MediaBytes> media, List<WindowEntry> entries) {
        var taken = new ArrayList<MediaBytes>();
        Set<SegmentFile> leftOut = new HashSet<>();
        for (var part : media) {
            if (hasRoomFor(part)) {
                count(part);
                taken.add(part);
            } else {
                leftOut.add(part.at().file());
                part.bytes().release();
            }
        }
        unfinishedSince.add(nanos.getAsLong());
        batches.add(Batch.of(taken, List.copyOf(leftOut), entries));
        return leftOut;
    }

    private boolean hasRoomFor(MediaBytes part) {
        return bytes + part.at().length() <= limits.queuedBytes() && (isBurst() || fitsInTime(part));
    }

    private boolean isBurst() {
        var oldest = unfinishedSince.peek();
        return oldest == null || nanos.getAsLong() - oldest <= limits.patience().toNanos();
    }

    private boolean fitsInTime(MediaBytes part) {
        var waiting = time.getOrDefault(part.at().file().rendition(), Duration.ZERO);
        return waiting.plus(part.duration()).compareTo(limits.queue()) <= 0;
    }

    private void count(MediaBytes part) {
        time.merge(part.at().file().rendition(), part.duration(), Duration::plus);
        parts.merge(part.at().file(), 1, Integer::sum);
        bytes += part.at().length();
    }

    /** Nothing comes after what waits. */
    void end() {
        batches.add(Batch.LAST);
    }

    /** The next one, to be {@link #finished}. */
    Batch take() throws InterruptedException {
        return batches.take();
    }

    synchronized void finished(Batch batch) {
        unfinishedSince.remove();
        for (var part : batch.media()) {
            time.merge(part.at().file().rendition(), part.duration().negated(), Duration::plus);
            parts.merge(part.at().file(), -1, (before, less) -> before + less == 0 ? null : before + less);
            bytes -= part.at().length();
        }
    }

    /** Whether bytes of this file are not yet written. */
    synchronized boolean holdsPartsOf(SegmentFile file) {
        return parts.containsKey(file);
    }

    /** Takes everything out that nobody will write any more. */
    List<Batch> drain() {
        var rest = new ArrayList<Batch>();
        batches.drainTo(rest);
        return rest;
    }
}
