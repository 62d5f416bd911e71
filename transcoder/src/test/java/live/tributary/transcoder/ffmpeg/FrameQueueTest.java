// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import live.tributary.transcoder.flv.FlvTag;
import live.tributary.transcoder.media.VideoCodec;

import static org.assertj.core.api.Assertions.assertThat;

final class FrameQueueTest {

    private static final FlvTag RECORD = new FlvTag.Configuration(0, VideoCodec.AVC, new byte[4]);

    @Test
    void givesOutInOrderWhatItTook() throws InterruptedException {
        var queue = new FrameQueue(2_000, 0);
        queue.add(RECORD);
        queue.add(picture(0, true));
        queue.add(picture(2_000, false));
        queue.end();

        assertThat(rest(queue)).containsExactly(0L, 0L, 2_000L);
        assertThat(queue.skips()).isZero();
    }

    @Test
    void skipsToTheNextKeyFrameWhenMoreWaitsThanItMay() throws InterruptedException {
        var queue = new FrameQueue(2_000, 0);
        queue.add(RECORD);
        queue.add(picture(10, true));

        assertThat(queue.add(picture(2_011, false))).isFalse();
        assertThat(queue.add(picture(2_044, false))).isFalse();
        assertThat(queue.add(picture(2_077, true))).isTrue();
        queue.end();

        assertThat(rest(queue)).as("the record stays").containsExactly(0L, 2_077L);
        assertThat(queue.skips()).isEqualTo(1);
        assertThat(queue.skippedPictures()).isEqualTo(3);
    }

    @Test
    void letsAHeadStartWaitUntilTheChildHasCaughtUp() throws InterruptedException {
        var queue = new FrameQueue(2_000, 10_000);
        for (int millis = 1_000; millis <= 13_000; millis += 500) {
            assertThat(queue.add(picture(millis, millis == 1_000))).isTrue();
        }
        for (int millis = 1_000; millis <= 12_500; millis += 500) {
            assertThat(queue.take()).isPresent();
        }

        assertThat(queue.add(picture(15_000, false))).isTrue();
        assertThat(queue.add(picture(15_001, false))).isFalse();
    }

    @Test
    void countsBytesToo() {
        var queue = new FrameQueue(2_000, 0);
        var large = new FlvTag.Picture(1, VideoCodec.AVC, 0, true, new byte[FrameQueue.MOST_BYTES]);

        assertThat(queue.add(large)).isTrue();
        assertThat(queue.add(picture(1, false))).isFalse();
    }

    @Test
    void endsAtOnceWhenNobodyReads() throws InterruptedException {
        var queue = new FrameQueue(2_000, 0);
        queue.add(picture(0, true));
        queue.abandon();

        assertThat(queue.take()).isEmpty();
        assertThat(queue.add(picture(1, true))).isFalse();
    }

    private static List<Long> rest(FrameQueue queue) throws InterruptedException {
        var times = new ArrayList<Long>();
        for (var tag = queue.take(); tag.isPresent(); tag = queue.take()) {
            times.add(tag.get().millis());
        }
        return times;
    }

    private static FlvTag picture(long millis, boolean key) {
        return new FlvTag.Picture(millis, VideoCodec.AVC, 0, key, new byte[1]);
    }
}
