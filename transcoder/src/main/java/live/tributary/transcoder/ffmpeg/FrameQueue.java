// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import live.tributary.transcoder.flv.FlvTag;

/**
 * What waits for the child: bounded in media time and in bytes. Beyond the bound all that waits is skipped, and pictures
 * up to the next key frame with it.
 *
 * <p>Any thread may add, and never waits for it; one thread takes.
 */
final class FrameQueue {

    static final int MOST_BYTES = 32 << 20;

    private final long mostMillis;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<FlvTag> waiting = new ArrayDeque<>();
    private long headStartMillis;
    private long newestMillis;
    private int bytes;
    private int skips;
    private long skippedPictures;
    private boolean waitingForKeyFrame;
    private boolean ended;

    /**
     * @param mostMillis media time that may wait
     * @param headStartMillis media time that is there when a run begins; it may wait beside the other until the child has
     *     caught up once
     */
    FrameQueue(long mostMillis, long headStartMillis) {
        this.mostMillis = mostMillis;
        this.headStartMillis = headStartMillis;
    }

    /** Whether it will be given out: false when it, and perhaps all before it, was skipped. */
    boolean add(FlvTag tag) {
        lock.lock();
        try {
            if (ended || mustSkip(tag)) {
                return false;
            }
            waiting.add(tag);
            bytes += bytesOf(tag);
            newestMillis = Math.max(newestMillis, tag.millis());
            boolean fits = waitingMillis() <= mostMillis + headStartMillis && bytes <= MOST_BYTES;
            if (!fits) {
                skipAll();
            }
            changed.signal();
            return fits;
        } finally {
            lock.unlock();
        }
    }

    private boolean mustSkip(FlvTag tag) {
        if (!waitingForKeyFrame || !(tag instanceof FlvTag.Picture picture)) {
            return false;
        }
        waitingForKeyFrame = !picture.keyFrame();
        skippedPictures += waitingForKeyFrame ? 1 : 0;
        return waitingForKeyFrame;
    }

    private void skipAll() {
        waiting.forEach(tag -> skippedPictures += tag instanceof FlvTag.Picture ? 1 : 0);
        boolean pictures = waiting.stream().anyMatch(FlvTag.Picture.class::isInstance);
        // A record is what all that follows needs; there is one for each track, and only at the beginning.
        waiting.removeIf(tag -> !(tag instanceof FlvTag.Configuration));
        bytes = 0;
        headStartMillis = 0;
        waitingForKeyFrame = pictures;
        skips++;
    }

    /** Waits for the next; empty once all is taken and nothing more comes. */
    Optional<FlvTag> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty() && !ended) {
                changed.await();
            }
            var tag = waiting.poll();
            if (tag == null) {
                return Optional.empty();
            }
            bytes = Math.max(0, bytes - bytesOf(tag));
            if (waitingMillis() <= mostMillis / 4) {
                headStartMillis = 0;
            }
            return Optional.of(tag);
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more comes; what waits is still given out. */
    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more comes, and what waits is not wanted. */
    void abandon() {
        lock.lock();
        try {
            waiting.clear();
            end();
        } finally {
            lock.unlock();
        }
    }

    /** How often all was skipped. */
    int skips() {
        lock.lock();
        try {
            return skips;
        } finally {
            lock.unlock();
        }
    }

    long skippedPictures() {
        lock.lock();
        try {
            return skippedPictures;
        } finally {
            lock.unlock();
        }
    }

    /** Records have no time. */
    private long waitingMillis() {
        for (var tag : waiting) {
            if (!(tag instanceof FlvTag.Configuration)) {
                return newestMillis - tag.millis();
            }
        }
        return 0;
    }

    private static int bytesOf(FlvTag tag) {
        return switch (tag) {
            case FlvTag.Configuration _ -> 0;
            case FlvTag.Picture picture -> picture.data().length;
            case FlvTag.Sound sound -> sound.data().length;
        };
    }
}
