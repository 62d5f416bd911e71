// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.util.Map;

import live.tributary.ingest.rtmp.AudioCodec;
import live.tributary.ingest.rtmp.AudioFrame;
import live.tributary.ingest.rtmp.RtmpTimestamp;
import live.tributary.ingest.rtmp.StreamMetadata;
import live.tributary.ingest.rtmp.VideoCodec;
import live.tributary.ingest.rtmp.VideoFrame;

/** Tags as a publisher would send them, and a meter that gets them. Times are in milliseconds. */
final class Tags {

    static final int FRAME_BYTES = 10_000;
    static final int SOUND_BYTES = 300;
    private static final long WRAP = 1L << 32;
    private static final long NANOS_PER_MILLI = 1_000_000;

    final ArrivalMeter meter = new ArrivalMeter();

    void picture(long decodeMillis, long arrivalMillis, boolean keyFrame) {
        picture(0, decodeMillis, arrivalMillis, keyFrame);
    }

    void picture(int track, long decodeMillis, long arrivalMillis, boolean keyFrame) {
        var frame = new VideoFrame(track, time(decodeMillis), VideoCodec.AVC, keyFrame, 0, new byte[FRAME_BYTES]);
        meter.arrived(frame, arrivalMillis * NANOS_PER_MILLI);
    }

    void sound(long decodeMillis, long arrivalMillis) {
        var unit = new AudioFrame(0, time(decodeMillis), AudioCodec.AAC, new byte[SOUND_BYTES]);
        meter.arrived(unit, arrivalMillis * NANOS_PER_MILLI);
    }

    void announce(Map<String, Double> numbers) {
        meter.arrived(new StreamMetadata(time(0), numbers, Map.of()), 0);
    }

    /** Frames at 25 a second, each in time, with a key frame each so many. */
    void play(int fromFrame, int frames, int keyFrameEvery) {
        for (int i = fromFrame; i < fromFrame + frames; i++) {
            picture(i * 40L, i * 40L + 1_000, i % keyFrameEvery == 0);
        }
    }

    Arrivals arrivals() {
        return meter.arrivals();
    }

    private static RtmpTimestamp time(long millis) {
        return RtmpTimestamp.ofMilliseconds(Math.floorMod(millis, WRAP));
    }
}
