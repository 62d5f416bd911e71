// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

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
 * Cuts the pictures of one rung where the publisher's are cut. It is some milliseconds behind them, so its segments
 * close later; where nothing comes they are gaps. Pipeline thread only.
 */
final class RungCutter {

    private static final Logger log = LoggerFactory.getLogger(RungCutter.class);

    private static final int NO_SEGMENT = -1;

    private final WindowWriter writer;
    private final Rung rung;
    private final VideoFormat format;
    private final Lane lane;
    private final PictureParts parts;
    /** Of the publisher's closed segments that are still open here, oldest first. */
    private final Deque<Duration> unclosed = new ArrayDeque<>();
    /** The number of the oldest segment that is still open here. */
    private int oldest;
    /** The segment that pictures go into now. */
    private int current = NO_SEGMENT;
    /** The newest one that has pictures, whether or not more can come. */
    private int newest = NO_SEGMENT;

    /** Ticks from decoding to showing, as the first picture of the publisher's segment has them. */
    private int delay;

    private boolean patient;
    private boolean resting = true;
    private @Nullable VideoConfig header;
    private @Nullable AudioConfig sound;

    RungCutter(WindowWriter writer, Rung rung, VideoFormat format, Targets targets, int firstSegment) {
        this.writer = writer;
        this.rung = rung;
        this.format = format;
        this.lane = new Lane(writer, rung.name(), TrackId.VIDEO, Ticks.VIDEO_RATE);
        this.parts = new PictureParts(lane, targets);
        this.oldest = firstSegment;
    }

    /** A run was asked for: its first pictures may belong to a segment that the publisher has closed meanwhile. */
    void expect() {
        patient = true;
        resting = false;
        // A run that was not replaced meanwhile goes on, and does not say again how it begins.
        declare();
    }

    /** The run is over, and another will say anew how it begins. */
    void runEnded() {
        header = null;
        pause();
    }

    void waitNoLonger() {
        patient = false;
        catchUp();
    }

    /** A run begins. */
    void configured(TrackConfiguration configuration) {
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

    /** Nobody watches: segments opened from now on are gaps. */
    void rest() {
        resting = true;
        writer.rest(rung.name());
        pause();
    }

    /** Nothing comes for a while: what is open here lasts as long as the publisher's. */
    void pause() {
        patient = false;
        leaveSegment();
        catchUp();
    }

    /** The broadcast is over: the last segment is as long as what came of it. */
    void end() {
        patient = false;
        parts.settleLast();
        lane.writeAll();
        catchUp();
    }

    /** The publisher's segment of that number is closed. One that was open before this rung came is none of its. */
    void sourceClosed(int segment, Duration length) {
        if (segment >= oldest) {
            unclosed.addLast(length);
            catchUp();
        }
    }

    /** The next picture of a run. One whose segment began without it is too late. */
    void add(Known source, EncodedPicture picture) {
        if (header == null || resting) {
            return;
        }
        if (source.begins() && picture.keyFrame() && source.segment() > newest && source.segment() >= oldest) {
            begin(source);
        }
        if (source.segment() > current && current != NO_SEGMENT) {
            // The publisher had to cut without a key frame: nothing of this rung can begin there.
            leaveSegment();
            catchUp();
        }
        if (source.segment() == current) {
            take(sample(source, picture));
        }
    }

    /** The publisher has closed the segment that pictures go into, and none came since: there are no more. */
    boolean isLastOneClosed() {
        return current != NO_SEGMENT && current == oldest && !unclosed.isEmpty();
    }

    /** How many parts were written. */
    int parts() {
        return lane.parts();
    }

    RungFigures figures(EncoderFigures encoder) {
        boolean running = encoder.running().contains(rung.name());
        return new RungFigures(
                rung.name(),
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
        current = first.segment();
        newest = current;
        patient = false;
        catchUp();
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
        current = NO_SEGMENT;
    }

    /** Closes what no picture can come for any more. */
    private void catchUp() {
        while (!unclosed.isEmpty() && !patient && (current == NO_SEGMENT || oldest < current)) {
            writer.closeNext(rung.name(), unclosed.removeFirst());
            oldest++;
        }
    }
}
