// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import live.tributary.transcoder.hls.MediaBytes;
import live.tributary.transcoder.hls.WindowEntry;

/** What becomes visible together, on its way to the disk. */
record Batch(List<MediaBytes> media, List<WindowEntry> entries, Duration duration, CountDownLatch written) {

    static Batch of(List<MediaBytes> media, List<WindowEntry> entries) {
        var longest = media.stream()
                .map(MediaBytes::duration)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return new Batch(List.copyOf(media), List.copyOf(entries), longest, new CountDownLatch(1));
    }

    void release() {
        media.forEach(part -> part.bytes().release());
    }
}
