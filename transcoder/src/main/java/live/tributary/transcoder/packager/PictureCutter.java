// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Duration;
import java.util.HashMap;

import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.media.StreamProblem.Kind;
import live.tributary.transcoder.media.Ticks;
import live.tributary.transcoder.mp4.Sample;

/** Cuts where there is a picture. It leads: where it is cut, sound is cut too. */
final class PictureCutter {

    /** Sound this far behind the picture has stopped: who waits for it shows nothing. */
    private static final Duration SOUND_GONE_AFTER = Duration.ofSeconds(2);

    private final CurrentSegment segment;
    private final Tracks tracks;
    private final Lane video;
    private final Lane audio;
    private final SoundParts sound;
    private final Targets targets;
    private final Tally tally;
    private final Rungs rungs;
    private final PictureParts parts;

    PictureCutter(
            CurrentSegment segment,
            Tracks tracks,
            Lane video,
            Lane audio,
            SoundParts sound,
            Targets targets,
            Tally tally,
            Rungs rungs) {
        this.segment = segment;
        this.tracks = tracks;
        this.video = video;
        this.audio = audio;
        this.sound = sound;
        this.targets = targets;
        this.tally = tally;
        this.rungs = rungs;
        this.parts = new PictureParts(video, targets);
    }

    PictureParts parts() {
        return parts;
    }

    /**
     * The next frame; the first of a segment must be a key frame, or follow a cut that had to be.
     *
     * @param usualStep ticks that a frame lasts, as far as one can tell
     * @return whether a segment begins with it
     */
    boolean add(Sample sample, long usualStep) {
        parts.usualStep(usualStep);
        var placed = sample.notBefore(video.end());
        if (placed.sync()) {
            segment.rhythm().keyFrame(nanos(placed.decodeTime()));
        }
        if (segment.isOpen()) {
            parts.settle(placed.decodeTime());
            cutBefore(placed);
        }
        boolean begins = !segment.isOpen();
        if (begins) {
            begin(placed);
        }
        tally.videoFrames++;
        rungs.picture(placed, begins);
        if (parts.take(placed)) {
            closePart();
        }
        return begins;
    }

    /** Off the grid a full part waits for the next frame; when that is late the part goes without it. */
    void frameIsLate() {
        if (parts.isFullWithoutTheNext()) {
            closePart();
        }
    }

    /**
     * Ends the open segment where its last frame ends.
     *
     * @param withLateSound also sound that lies behind the last frame; else it waits for the next segment
     */
    void endSegment(boolean withLateSound) {
        parts.settleLast();
        closePart();
        if (withLateSound) {
            sound.writeAll();
        }
        endSegmentAt(video.end(), 0);
    }

    /** Other tracks and another piece of time have to wait for a segment from which decoding may begin. */
    private void begin(Sample first) {
        if (first.sync()) {
            tracks.apply();
        }
        sound.beginSegment(first.decodeTime());
        if (first.sync() && segment.isTorn()) {
            tally.dropped += sound.dropBefore(first.decodeTime());
        }
        video.beginSegment();
        segment.open(new Ticks(first.decodeTime(), Ticks.VIDEO_RATE), first.sync());
    }

    private void cutBefore(Sample next) {
        if (next.sync() && (segment.isTorn() || segment.rhythm().endsSegment(nanos(next.decodeTime())))) {
            if (soundIsGone(next.decodeTime())) {
                tracks.withoutAudio();
                segment.tear();
            }
            cutAt(next.decodeTime());
        } else if (wouldBeTooLong(next)) {
            tally.forcedCuts++;
            tally.problem(Kind.KEY_FRAMES_TOO_RARE, "no key frame within %s".formatted(targets.longestSegment()));
            cutAt(next.decodeTime());
        } else if (parts.isFullBefore(next)) {
            closePart();
        }
    }

    private boolean wouldBeTooLong(Sample next) {
        long length = next.decodeTime() - segment.start().count() + parts.usualStep();
        return video.duration(length).compareTo(targets.longestSegment()) > 0;
    }

    private boolean soundIsGone(long videoTicks) {
        long behind = nanos(videoTicks) - audio.endTicks().toNanos();
        return tracks.audio() != null && behind > SOUND_GONE_AFTER.toNanos();
    }

    private void cutAt(long videoTicks) {
        closePart();
        endSegmentAt(videoTicks, segment.isTorn() ? 0 : 2 * parts.usualStep());
    }

    private void endSegmentAt(long videoTicks, long toleratedSound) {
        sound.writeRest(videoTicks, toleratedSound);
        var durations = new HashMap<RenditionName, Duration>();
        var length = video.segmentDuration(videoTicks);
        durations.put(RenditionName.SOURCE, length);
        if (tracks.audio() != null) {
            // A segment without sound is a gap of the playlist, and lasts as long as the picture.
            var heard = sound.endSegment(videoTicks);
            durations.put(RenditionName.AUDIO, heard.isZero() ? length : heard);
        }
        segment.close(durations);
    }

    private void closePart() {
        video.writeAll();
        sound.writeBefore(video.end());
    }

    private static long nanos(long videoTicks) {
        return new Ticks(videoTicks, Ticks.VIDEO_RATE).toNanos();
    }
}
