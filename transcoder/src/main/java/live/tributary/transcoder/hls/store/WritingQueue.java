// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import live.tributary.transcoder.hls.MediaBytes;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.hls.SegmentFile;
import live.tributary.transcoder.hls.WindowEntry;

/**
 * What one broadcast has waiting for its disk, which is bounded: for each rendition in media time, so that none is left
 * out because of another, and for all of them in bytes. Filled by the pipeline's thread, emptied by the store's.
 */
final class WritingQueue {

    private final StoreLimits limits;
    private final BlockingQueue<Batch> batches = new LinkedBlockingQueue<>();
    private final Map<RenditionName, Duration> time = new HashMap<>();
    private final Map<SegmentFile, Integer> parts = new HashMap<>();
    private long bytes;
    private int unfinished;

    WritingQueue(StoreLimits limits) {
        this.limits = limits;
    }

    /** Takes in what there is room for. Files that the rest belongs to are told to the store, and to the caller. */
    synchronized Batch add(List<MediaBytes> media, List<WindowEntry> entries) {
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
        var batch = Batch.of(taken, List.copyOf(leftOut), entries);
        unfinished++;
        batches.add(batch);
        return batch;
    }

    private boolean hasRoomFor(MediaBytes part) {
        var waiting = time.getOrDefault(part.at().file().rendition(), Duration.ZERO);
        return waiting.plus(part.duration()).compareTo(limits.queue()) <= 0
                && bytes + part.at().length() <= limits.queuedBytes();
    }

    private void count(MediaBytes part) {
        time.merge(part.at().file().rendition(), part.duration(), Duration::plus);
        parts.merge(part.at().file(), 1, Integer::sum);
        bytes += part.at().length();
    }

    /** The last one, after all that waits. */
    void end(Batch last) {
        batches.add(last);
    }

    /** The next one, to be {@link #finished}. */
    Batch take() throws InterruptedException {
        return batches.take();
    }

    synchronized void finished(Batch batch) {
        unfinished--;
        for (var part : batch.media()) {
            time.merge(part.at().file().rendition(), part.duration().negated(), Duration::plus);
            parts.merge(part.at().file(), -1, (before, less) -> before + less == 0 ? null : before + less);
            bytes -= part.at().length();
        }
    }

    /** Whether nothing waits, and nothing is being written. */
    synchronized boolean isIdle() {
        return unfinished == 0;
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
