// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

import live.tributary.transcoder.media.AccessUnit;
import live.tributary.transcoder.media.AudioCodec;
import live.tributary.transcoder.media.MediaInput;
import live.tributary.transcoder.media.TrackConfiguration;
import live.tributary.transcoder.media.VideoCodec;
import live.tributary.transcoder.media.WireTime;

/**
 * What a publisher would send, made by hand: frames with the right headers and no picture, so that a test says exactly
 * which times it means.
 */
final class Feed {

    static final Instant START = Instant.parse("2026-11-25T12:00:00Z");

    /** 320 × 180 at 30 frames per second, Baseline 1.3, as x264 wrote it. */
    static final TrackConfiguration H264 = new TrackConfiguration(
            0,
            VideoCodec.AVC,
            HexFormat.of().parseHex("0142c00dffe100176742c00dda05067e7c0440000003004000000f03c50aa801000468ce0fc8"));

    /** AAC-LC, 48 kHz, stereo. */
    static final TrackConfiguration AAC = new TrackConfiguration(0, AudioCodec.AAC, new byte[] {0x11, (byte) 0x90});

    static final int SAMPLES = 1024;
    private static final int RATE = 48_000;

    private final List<MediaInput> inputs = new ArrayList<>();
    private double framesPerSecond = 30;
    private IntPredicate isKeyFrame = frame -> frame % 60 == 0;
    private long firstMillis;
    private boolean withVideo = true;
    private boolean withAudio = true;
    private UnaryOperator<AccessUnit> bend = unit -> unit;

    Feed rate(double perSecond, int everySoManyFrames) {
        framesPerSecond = perSecond;
        isKeyFrame = frame -> frame % everySoManyFrames == 0;
        return this;
    }

    /** Which frames decoding may begin with, counted from 0. */
    Feed keyFrames(IntPredicate are) {
        isKeyFrame = are;
        return this;
    }

    Feed from(long millis) {
        firstMillis = millis;
        return this;
    }

    Feed videoOnly() {
        withAudio = false;
        return this;
    }

    Feed audioOnly() {
        withVideo = false;
        return this;
    }

    /** Changes units of what follows. */
    Feed bend(UnaryOperator<AccessUnit> change) {
        bend = change;
        return this;
    }

    /** That many seconds of both tracks, interleaved as encoders do it. */
    List<MediaInput> seconds(double length) {
        if (withVideo) {
            inputs.add(H264);
        }
        if (withAudio) {
            inputs.add(AAC);
        }
        var units = new ArrayList<AccessUnit>();
        for (int i = 0; withVideo && i < Math.round(length * framesPerSecond); i++) {
            units.add(frame(Math.round(i * 1000 / framesPerSecond), isKeyFrame.test(i)));
        }
        for (int i = 0; withAudio && i * SAMPLES < length * RATE; i++) {
            units.add(sound((long) i * SAMPLES * 1000 / RATE));
        }
        units.sort(Comparator.comparing(AccessUnit::arrivedAt));
        units.stream().map(bend).forEach(inputs::add);
        return inputs;
    }

    private AccessUnit frame(long millis, boolean key) {
        byte[] data = {0, 0, 0, 3, (byte) (key ? 0x65 : 0x41), (byte) 0x88, (byte) 0x80};
        return new AccessUnit(0, VideoCodec.AVC, wire(millis), 0, key, data, arrival(millis));
    }

    private AccessUnit sound(long millis) {
        return AccessUnit.audio(0, AudioCodec.AAC, wire(millis), new byte[] {0x21, 0x10, 0x04}, arrival(millis));
    }

    private WireTime wire(long millis) {
        return WireTime.ofMilliseconds(firstMillis + millis & 0xFFFF_FFFFL);
    }

    private Instant arrival(long millis) {
        return START.plus(Duration.ofMillis(millis));
    }

    /** The unit, later or earlier on the publisher's clock by so much; it arrives as before. */
    static AccessUnit later(AccessUnit unit, long millis) {
        var moved = WireTime.ofMilliseconds(unit.decodeTime().milliseconds() + millis & 0xFFFF_FFFFL);
        return new AccessUnit(
                unit.track(),
                unit.codec(),
                moved,
                unit.compositionOffset(),
                unit.keyFrame(),
                unit.data(),
                unit.arrivedAt());
    }

    /** The inputs without those units of one kind that arrive in the span; milliseconds after the start. */
    static List<MediaInput> without(List<MediaInput> inputs, boolean video, long from, long to) {
        inputs.removeIf(input -> input instanceof AccessUnit unit
                && isVideo(unit) == video
                && after(unit).toMillis() >= from
                && after(unit).toMillis() < to);
        return inputs;
    }

    /** The inputs with sound that comes so much earlier than the picture of its time. */
    static List<MediaInput> soundAhead(List<MediaInput> inputs, Duration by) {
        return inputs.stream()
                .map(input -> input instanceof AccessUnit unit && !isVideo(unit) ? arrivingEarlier(unit, by) : input)
                .sorted(Comparator.comparing(
                        input -> input instanceof AccessUnit unit ? unit.arrivedAt() : Instant.EPOCH))
                .toList();
    }

    private static AccessUnit arrivingEarlier(AccessUnit unit, Duration by) {
        return new AccessUnit(
                unit.track(),
                unit.codec(),
                unit.decodeTime(),
                unit.compositionOffset(),
                unit.keyFrame(),
                unit.data(),
                unit.arrivedAt().minus(by));
    }

    static boolean isVideo(AccessUnit unit) {
        return unit.codec() instanceof VideoCodec;
    }

    /** How long after the start it arrives. */
    static Duration after(AccessUnit unit) {
        return Duration.between(START, unit.arrivedAt());
    }
}
