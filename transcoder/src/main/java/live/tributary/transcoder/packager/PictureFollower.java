// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Duration;

import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.hls.WindowWriter;
import live.tributary.transcoder.media.Ticks;
import live.tributary.transcoder.mp4.Sample;
import live.tributary.transcoder.mp4.TrackId;

/** A picture that is cut where the publisher's is cut; where its own begin is decided by who brings them. */
abstract sealed class PictureFollower implements Follower permits RungCutter, TrackCutter {

    private final Lane lane;
    private final PictureParts parts;
    private final FollowedSegments segments;

    PictureFollower(WindowWriter writer, RenditionName name, Targets targets, int firstSegment) {
        this.lane = new Lane(writer, name, TrackId.VIDEO, Ticks.VIDEO_RATE);
        this.parts = new PictureParts(lane, targets);
        this.segments = new FollowedSegments(writer, name, firstSegment);
    }

    final FollowedSegments segments() {
        return segments;
    }

    /** What comes from here on belongs to that segment. */
    final void enter(int segment, long ticks) {
        parts.settle(ticks);
        lane.writeAll();
        segments.enter(segment);
        lane.beginSegment();
    }

    /**
     * The next picture of the segment, in decoding order.
     *
     * @param usualStep ticks that one lasts; 0 where nobody knows
     */
    final void take(Sample sample, long usualStep) {
        if (usualStep > 0) {
            parts.usualStep(usualStep);
        }
        var placed = sample.notBefore(lane.end());
        parts.settle(placed.decodeTime());
        if (parts.isFullBefore(placed)) {
            lane.writeAll();
        }
        if (parts.take(placed)) {
            lane.writeAll();
        }
    }

    final void leaveSegment() {
        parts.settleLast();
        lane.writeAll();
        segments.leave();
    }

    @Override
    public final void pause() {
        leaveSegment();
        segments.waitNoLonger();
    }

    @Override
    public final void end() {
        parts.settleLast();
        lane.writeAll();
        segments.waitNoLonger();
    }

    @Override
    public final void sourceClosed(int segment, Duration length) {
        segments.sourceClosed(segment, length);
    }

    @Override
    public final boolean isLastOneClosed() {
        return segments.isLastOneClosed();
    }

    @Override
    public final int parts() {
        return lane.parts();
    }
}
