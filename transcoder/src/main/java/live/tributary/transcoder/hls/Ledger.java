// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Collects what the store must know before viewers see it. One thread at a time. */
final class Ledger {

    private final WindowStore store;
    private List<MediaBytes> media = new ArrayList<>();
    private List<WindowEntry> entries = new ArrayList<>();
    private boolean replaying;

    Ledger(WindowStore store) {
        this.store = store;
    }

    WindowStore store() {
        return store;
    }

    /** What is noted in {@code again} stands in the journal already. */
    void replay(Runnable again) {
        replaying = true;
        again.run();
        replaying = false;
    }

    void note(WindowEntry entry) {
        if (!replaying) {
            entries.add(entry);
        }
    }

    void keep(FilePiece piece, Part part) {
        if (!replaying) {
            media.add(new MediaBytes(piece, part.bytes().lend().orElseThrow(), part.duration()));
        }
    }

    /**
     * Hands it to the store.
     *
     * @param written see {@link WindowStore#write}
     */
    void flush(Runnable written) {
        var bytes = media;
        var steps = entries;
        media = new ArrayList<>();
        entries = new ArrayList<>();
        store.write(bytes, steps, written);
    }

    /** From now on nothing is written; done when all before is safe. */
    CompletableFuture<Void> leave() {
        return store.leave();
    }

    void close() {
        media.forEach(part -> part.bytes().release());
        store.close();
    }
}
