// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.codec.AudioConfig;
import live.tributary.transcoder.codec.VideoConfig;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.hls.VideoFormat;
import live.tributary.transcoder.hls.WindowWriter;
import live.tributary.transcoder.media.ColorDescription;
import live.tributary.transcoder.media.Ticks;
import live.tributary.transcoder.mp4.InitSegment;
import live.tributary.transcoder.mp4.Sample;
import live.tributary.transcoder.mp4.TrackId;

/** Cuts a further video track of the publisher's where its first one is cut. */
final class TrackCutter implements Follower {

    private final WindowWriter writer;
    private final RenditionName name;
    private final VideoConfig config;
    private final VideoFormat format;
    private final Lane lane;
    private final PictureParts parts;
    private final FollowedSegments segments;

    /** @param format as players were told */
    TrackCutter(
            WindowWriter writer,
            RenditionName name,
            VideoConfig config,
            VideoFormat format,
            Targets targets,
            int firstSegment) {
        this.writer = writer;
        this.format = format;
        this.name = name;
        this.config = config;
        this.lane = new Lane(writer, name, TrackId.VIDEO, Ticks.VIDEO_RATE);
        this.parts = new PictureParts(lane, targets);
        this.segments = new FollowedSegments(writer, name, firstSegment);
    }

    /** From the next segment on joined parts hold this sound. */
    void soundBeside(@Nullable AudioConfig sound) {
        byte[] init = InitSegment.of(config, ColorDescription.NONE);
        writer.start(name, init, sound == null ? init : InitSegment.joined(config, ColorDescription.NONE, sound));
    }

    /** Whether a segment of that number may begin now. */
    boolean canEnter(int segment) {
        return segments.canEnter(segment);
    }

    /** What comes from here on belongs to that segment. */
    void enter(int segment, long ticks) {
        parts.settle(ticks);
        lane.writeAll();
        segments.enter(segment);
        lane.beginSegment();
    }

    /** The publisher is in that segment by now, and it has not begun here. */
    void missed(int segment) {
        if (segments.isBefore(segment)) {
            leaveSegment();
        }
    }

    /** The next frame, in decoding order. */
    void add(Sample sample, long usualStep) {
        if (!segments.isInAny()) {
            return;
        }
        parts.usualStep(usualStep);
        var placed = sample.notBefore(lane.end());
        parts.settle(placed.decodeTime());
        if (parts.isFullBefore(placed)) {
            lane.writeAll();
        }
        if (parts.take(placed)) {
            lane.writeAll();
        }
    }

    RungFigures figures() {
        return new RungFigures(
                name,
                format.codecs(),
                false,
                format.width(),
                format.height(),
                format.framesPerSecond(),
                format.announcedBitsPerSecond(),
                true,
                0);
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

    @Override
    public boolean isLastOneClosed() {
        return segments.isLastOneClosed();
    }

    @Override
    public int parts() {
        return lane.parts();
    }

    private void leaveSegment() {
        parts.settleLast();
        lane.writeAll();
        segments.leave();
    }
}
