// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.transcoder.codec.AudioConfig;
import live.tributary.transcoder.codec.CodecConfig;
import live.tributary.transcoder.codec.MalformedConfigException;
import live.tributary.transcoder.codec.VideoConfig;
import live.tributary.transcoder.ffmpeg.EncodedPicture;
import live.tributary.transcoder.ffmpeg.EncoderFigures;
import live.tributary.transcoder.hls.VideoFormat;
import live.tributary.transcoder.hls.WindowWriter;
import live.tributary.transcoder.ladder.Rung;
import live.tributary.transcoder.media.ColorDescription;
import live.tributary.transcoder.media.StreamHints;
import live.tributary.transcoder.media.Ticks;
import live.tributary.transcoder.media.TrackConfiguration;
import live.tributary.transcoder.mp4.InitSegment;
import live.tributary.transcoder.mp4.Sample;
import live.tributary.transcoder.mp4.TrackId;
import live.tributary.transcoder.packager.SourcePictures.Known;

/**
 * Cuts the pictures of one rung. It is some milliseconds behind the publisher's, so its segments close later; where
 * nothing comes they are gaps.
 */
final class RungCutter implements EncodedFollower {

    private static final Logger log = LoggerFactory.getLogger(RungCutter.class);

    private final WindowWriter writer;
    private final Rung rung;
    private final VideoFormat format;
    private final Lane lane;
    private final PictureParts parts;
    private final FollowedSegments segments;
    /** Ticks from decoding to showing, as the first picture of the publisher's segment has them. */
    private int delay;

    private boolean resting = true;
    private @Nullable VideoConfig header;
    private @Nullable AudioConfig sound;

    RungCutter(WindowWriter writer, Rung rung, VideoFormat format, Targets targets, int firstSegment) {
        this.writer = writer;
        this.rung = rung;
        this.format = format;
        this.lane = new Lane(writer, rung.name(), TrackId.VIDEO, Ticks.VIDEO_RATE);
        this.parts = new PictureParts(lane, targets);
        this.segments = new FollowedSegments(writer, rung.name(), firstSegment);
    }

    @Override
    public void expect() {
        segments.expect();
        resting = false;
        // A run that was not replaced meanwhile goes on, and does not say again how it begins.
        declare();
    }

    @Override
    public void runEnded() {
        header = null;
        pause();
    }

    @Override
    public void waitNoLonger() {
        segments.waitNoLonger();
    }

    @Override
    public void configured(TrackConfiguration configuration) {
        try {
            if (CodecConfig.parse(configuration, StreamHints.NONE) instanceof VideoConfig picture) {
                header = picture;
                declare();
            }
        } catch (MalformedConfigException e) {
            log.warn("encoder sent a bad configuration rung={}", rung.name(), e);
        }
    }

    /** From the next segment on joined parts hold this sound. */
    void soundBeside(@Nullable AudioConfig config) {
        sound = config;
        declare();
    }

    private void declare() {
        var picture = header;
        if (picture != null && !resting) {
            byte[] init = InitSegment.of(picture, ColorDescription.NONE);
            var with = sound;
            writer.start(
                    rung.name(), init, with == null ? init : InitSegment.joined(picture, ColorDescription.NONE, with));
        }
    }

    @Override
    public void rest() {
        resting = true;
        writer.rest(rung.name());
        pause();
    }

    @Override
    public void pause() {
        leaveSegment();
        segments.waitNoLonger();
    }

    @Override
    public void end() {
        parts.settleLast();
        lane.writeAll();
        segments.waitNoLonger();
    }

    @Override
    public void sourceClosed(int segment, Duration length) {
        segments.sourceClosed(segment, length);
    }

    /** The next picture of a run. One whose segment began without it is too late. */
    void add(Known source, EncodedPicture picture) {
        if (header == null || resting) {
            return;
        }
        if (source.begins() && picture.keyFrame() && segments.canEnter(source.segment())) {
            begin(source);
        }
        if (segments.isBefore(source.segment())) {
            // The publisher had to cut without a key frame: nothing of this rung can begin there.
            leaveSegment();
        }
        if (segments.isIn(source.segment())) {
            take(sample(source, picture));
        }
    }

    @Override
    public boolean isLastOneClosed() {
        return segments.isLastOneClosed();
    }

    @Override
    public int parts() {
        return lane.parts();
    }

    RungFigures figures(EncoderFigures encoder) {
        boolean running = encoder.running().contains(rung.name());
        return new RungFigures(
                rung.name(),
                format.codecs(),
                true,
                rung.width(),
                rung.height(),
                format.framesPerSecond(),
                rung.bitsPerSecond(),
                running,
                running ? encoder.speed() : 0);
    }

    private void begin(Known first) {
        // The first sample of a segment is decoded when the publisher's is, or sound would seem to begin before it.
        delay = first.delay();
        parts.settle(first.ticks() - delay);
        lane.writeAll();
        segments.enter(first.segment());
        lane.beginSegment();
    }

    private Sample sample(Known source, EncodedPicture picture) {
        int duration = rung.halvedRate() ? 2 * source.duration() : source.duration();
        if (duration > 0) {
            parts.usualStep(duration);
        }
        return new Sample(picture.data(), source.ticks() - delay, duration, delay, picture.keyFrame());
    }

    private void take(Sample sample) {
        var placed = sample.notBefore(lane.end());
        parts.settle(placed.decodeTime());
        if (parts.isFullBefore(placed)) {
            lane.writeAll();
        }
        if (parts.take(placed)) {
            lane.writeAll();
        }
    }

    private void leaveSegment() {
        parts.settleLast();
        lane.writeAll();
        segments.leave();
    }
}
