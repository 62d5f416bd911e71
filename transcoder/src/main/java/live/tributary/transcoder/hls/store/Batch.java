// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.util.List;
import java.util.concurrent.CountDownLatch;

import live.tributary.transcoder.hls.MediaBytes;
import live.tributary.transcoder.hls.SegmentFile;
import live.tributary.transcoder.hls.WindowEntry;

/**
 * What becomes visible together, on its way to the disk.
 *
 * @param leftOut files of which a part is not in {@code media}, because too much waits
 * @param written opened once it is on disk, or never will be
 */
record Batch(List<MediaBytes> media, List<SegmentFile> leftOut, List<WindowEntry> entries, CountDownLatch written) {

    static Batch of(List<MediaBytes> media, List<SegmentFile> leftOut, List<WindowEntry> entries) {
        return new Batch(List.copyOf(media), List.copyOf(leftOut), List.copyOf(entries), new CountDownLatch(1));
    }

    void release() {
        media.forEach(part -> part.bytes().release());
    }
}
