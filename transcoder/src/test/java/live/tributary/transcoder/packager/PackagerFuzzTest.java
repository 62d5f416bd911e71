// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.nio.ByteBuffer;
import java.time.Instant;

import com.code_intelligence.jazzer.junit.FuzzTest;

import live.tributary.transcoder.media.AccessUnit;
import live.tributary.transcoder.media.AudioCodec;
import live.tributary.transcoder.media.TrackConfiguration;
import live.tributary.transcoder.media.VideoCodec;
import live.tributary.transcoder.media.WireTime;

import static org.assertj.core.api.Assertions.assertThat;

/** Any units at any times: the packager ends, throws nothing, never lets decode times fall, and gives its memory back. */
final class PackagerFuzzTest {

    private static final int RECORD = 11;
    private static final byte[][] FRAMES = {
        {0, 0, 0, 2, 0x65, 1}, {0, 0, 0, 2, 0x41, 1}, {0, 0, 0, 9, 0x65, 1}, {}, {0, 0, 0, 2, 0x67, 1}
    };

    /** Eleven bytes a step: what, timestamp, composition offset, arrival. */
    @FuzzTest
    void takesAnyUnitsAtAnyTimes(byte[] input) {
        var in = ByteBuffer.wrap(input);
        var studio = new Studio();
        try (studio) {
            studio.packager.beginSession();
            while (in.remaining() >= RECORD) {
                step(studio, in);
            }
            studio.packager.timePassed(Long.MAX_VALUE / 2);
            studio.end();
        }
        assertThat(studio.counters().dropped()).isNotNegative();
    }

    private static void step(Studio studio, ByteBuffer in) {
        int what = in.get() & 0xFF;
        int track = what >> 7;
        var time = WireTime.ofMilliseconds(in.getInt() & 0xFFFF_FFFFL);
        int offset = in.getShort();
        var arrival = Instant.ofEpochMilli(in.getInt() & 0xFFFF_FFFFL);
        switch (what & 7) {
            case 0 -> studio.packager.accept(new TrackConfiguration(track, VideoCodec.AVC, Feed.H264.record()), 1);
            case 1 -> studio.packager.accept(Feed.AAC, 1);
            case 2 -> studio.packager.beginSession();
            case 3, 4 ->
                studio.packager.accept(
                        AccessUnit.audio(0, AudioCodec.AAC, time, new byte[what], arrival), arrival.toEpochMilli());
            default ->
                studio.packager.accept(
                        new AccessUnit(
                                track,
                                VideoCodec.AVC,
                                time,
                                offset,
                                (what & 8) != 0,
                                FRAMES[(what >> 4) % FRAMES.length],
                                arrival),
                        arrival.toEpochMilli());
        }
    }
}
