// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How much may wait for the pipeline thread: media time of each track, and bytes. Safe for any thread. */
final class QueueBudget {

    private final long mostMillis;
    private final long mostBytes;
    private final AtomicInteger videoMillis = new AtomicInteger();
    private final AtomicInteger audioMillis = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    QueueBudget(Duration most, int mostBytes) {
        this.mostMillis = most.toMillis();
        this.mostBytes = mostBytes;
    }

    /** One producer at a time decides; a take-over may pass the bound by what the replaced session adds meanwhile. */
    boolean fits(QueueShare share) {
        return videoMillis.get() + share.videoMillis() <= mostMillis
                && audioMillis.get() + share.audioMillis() <= mostMillis
                && bytes.get() + share.bytes() <= mostBytes;
    }

    void take(QueueShare share) {
        videoMillis.addAndGet(share.videoMillis());
        audioMillis.addAndGet(share.audioMillis());
        bytes.addAndGet(share.bytes());
    }

    void giveBack(QueueShare share) {
        videoMillis.addAndGet(-share.videoMillis());
        audioMillis.addAndGet(-share.audioMillis());
        bytes.addAndGet(-share.bytes());
    }

    Duration queued() {
        return Duration.ofMillis(Math.max(videoMillis.get(), audioMillis.get()));
    }
}
