// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import live.tributary.transcoder.hls.MediaBytes;
import live.tributary.transcoder.hls.WindowEntry;
import live.tributary.transcoder.hls.WindowStore;

/** Writes into a store as its window does, and goes on when viewers would see it. */
final class Stored {

    private static final int LOOK_EVERY_MILLIS = 5;
    private static final int MOST_LOOKS = 2_000;

    private Stored() {}

    static void write(WindowStore store, List<MediaBytes> media, List<WindowEntry> entries) {
        var shown = new CountDownLatch(1);
        store.write(media, entries, shown::countDown);
        await(shown, store::timePassed);
    }

    /** Waits while time passes. */
    static void await(CountDownLatch shown, Runnable timePassed) {
        try {
            for (int i = 0; i < MOST_LOOKS; i++) {
                if (shown.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
                timePassed.run();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("viewers wait for the disk for ever");
    }
}
