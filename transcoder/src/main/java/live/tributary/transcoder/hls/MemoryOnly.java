// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A window without files: what leaves the memory is gone. */
final class MemoryOnly implements WindowStore {

    @Override
    public void write(List<MediaBytes> media, List<WindowEntry> entries, Runnable written) {
        media.forEach(part -> part.bytes().release());
        written.run();
    }

    @Override
    public void timePassed() {
        // There is no disk to wait for.
    }

    @Override
    public boolean holds(SegmentFile file) {
        return false;
    }

    @Override
    public long losses() {
        return 0;
    }

    @Override
    public boolean isShortOfSpace() {
        return false;
    }

    @Override
    public Path path(SegmentFile file) {
        throw new IllegalStateException("nothing is kept in files");
    }

    @Override
    public CompletableFuture<Void> leave() {
        // Nobody can go on with it.
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {
        // Nothing was kept.
    }
}
