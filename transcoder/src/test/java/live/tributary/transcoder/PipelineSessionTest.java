// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder;

import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import live.tributary.transcoder.hls.FirstNumbers;
import live.tributary.transcoder.hls.store.WindowName;
import live.tributary.transcoder.media.AccessUnit;
import live.tributary.transcoder.media.StreamProblem;
import live.tributary.transcoder.media.VideoCodec;
import live.tributary.transcoder.media.WireTime;

import static org.assertj.core.api.Assertions.assertThat;

/** What is dropped when there is no room, and until when. */
final class PipelineSessionTest {

    private static final int SOURCE = 0;
    private static final int FURTHER = 1;
    private static final int SMALL_BYTES = 100;

    /** A picture that fits at no time. */
    private static final int LARGE_BYTES = PipelineOptions.defaults().queuedBytes() + 1;

    private final BroadcastPipeline pipeline = new Transcoder(PipelineOptions.defaults())
            .open(new WindowName("abc", "evening"), new FirstNumbers(100, 7, false), new Silent());
    private final PipelineSession session = pipeline.startSession();
    private int millis;

    private static final class Silent implements PipelineListener {
        @Override
        public void onLive() {}

        @Override
        public void onProblem(StreamProblem problem) {}

        @Override
        public void onFailed() {
            throw new AssertionError("the pipeline failed");
        }
    }

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void aDroppedPictureCostsAllUpToTheNextKeyFrame() {
        assertThat(offer(SOURCE, true, SMALL_BYTES)).isTrue();
        assertThat(offer(SOURCE, false, LARGE_BYTES)).isFalse();
        assertThat(offer(SOURCE, false, SMALL_BYTES)).isFalse();
        assertThat(offer(SOURCE, true, SMALL_BYTES)).isTrue();
        assertThat(offer(SOURCE, false, SMALL_BYTES)).isTrue();
        assertThat(pipeline.figures().droppedByQueue()).isEqualTo(2);
    }

    @Test
    void aKeyFrameOfAFurtherTrackDoesNotEndTheWaitOfTheSource() {
        assertThat(offer(SOURCE, true, LARGE_BYTES)).isFalse();
        assertThat(offer(FURTHER, true, SMALL_BYTES)).isFalse();
        assertThat(offer(SOURCE, false, SMALL_BYTES)).isFalse();
        assertThat(offer(SOURCE, true, SMALL_BYTES)).isTrue();
        assertThat(offer(FURTHER, true, SMALL_BYTES)).isTrue();
    }

    @Test
    void aPictureOfAFurtherTrackThatDoesNotFitCostsTheSourceNothing() {
        assertThat(offer(SOURCE, true, SMALL_BYTES)).isTrue();
        assertThat(offer(FURTHER, true, LARGE_BYTES)).isFalse();
        assertThat(offer(SOURCE, false, SMALL_BYTES)).isTrue();
    }

    private boolean offer(int track, boolean keyFrame, int bytes) {
        millis += 33;
        var time = new WireTime(millis, 0);
        return session.offer(new AccessUnit(track, VideoCodec.AVC, time, 0, keyFrame, new byte[bytes], Instant.EPOCH));
    }
}
