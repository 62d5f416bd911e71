// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.util.List;

import live.tributary.transcoder.hls.MediaBytes;
import live.tributary.transcoder.hls.SegmentFile;
import live.tributary.transcoder.hls.WindowEntry;

/**
 * What becomes visible together, on its way to the disk.
 *
 * @param leftOut files of which a part is not in {@code media}, because too much waits
 */
record Batch(List<MediaBytes> media, List<SegmentFile> leftOut, List<WindowEntry> entries) {

    /** Comes last, and is like no other. */
    static final Batch LAST = new Batch(List.of(), List.of(), List.of());

    static Batch of(List<MediaBytes> media, List<SegmentFile> leftOut, List<WindowEntry> entries) {
        return new Batch(List.copyOf(media), List.copyOf(leftOut), List.copyOf(entries));
    }

    void release() {
        media.forEach(part -> part.bytes().release());
    }
}
