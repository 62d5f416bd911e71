// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.codec.AudioConfig;
import live.tributary.transcoder.codec.VideoConfig;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.hls.WindowWriter;
import live.tributary.transcoder.media.Ticks;
import live.tributary.transcoder.mp4.Sample;
import live.tributary.transcoder.mp4.TrackId;
import live.tributary.transcoder.timeline.ProgramClock;

/** Cuts samples into parts and segments: where there is a picture it leads, without one sound does. */
final class Segmenter {

    /**
     * As long as a playlist's blocked reload is held at least: three of the shortest target durations. A camera that
     * comes back until then has cost its viewers a pause, not their playlist; after it they are turned away anyway.
     */
    private static final Duration PICTURE_GONE_AFTER = Duration.ofSeconds(6);

    private final Tally tally;
    private final Rungs rungs;
    private final Tracks tracks;
    private final Lane video;
    private final Lane audio;
    private final CurrentSegment segment;
    private final PictureCutter picture;
    private final SoundCutter sound;
    private boolean pictureLeads;
    private long changesSeen;

    Segmenter(WindowWriter writer, Targets targets, ProgramClock dates, Tally tally, Rungs rungs) {
        this.tally = tally;
        this.rungs = rungs;
        this.tracks = new Tracks(writer, rungs);
        this.video = new Lane(writer, RenditionName.SOURCE, TrackId.VIDEO, Ticks.VIDEO_RATE);
        this.audio = new Lane(writer, RenditionName.AUDIO, TrackId.AUDIO, Ticks.VIDEO_RATE);
        this.segment = new CurrentSegment(writer, targets, dates, tally, rungs);
        var parts = new SoundParts(audio, tracks, targets);
        this.picture = new PictureCutter(segment, tracks, video, audio, parts, targets, tally, rungs);
        this.sound = new SoundCutter(segment, tracks, audio, parts, targets);
    }

    /** A session begins with these tracks; what it sends later of another kind comes with a discontinuity. */
    void beginSession(@Nullable VideoConfig firstVideo, @Nullable AudioConfig firstAudio, Announced announced) {
        tracks.beginSession(announced);
        rungs.tracks().beginSession();
        tracks.want(firstVideo, firstAudio);
        pictureLeads = firstVideo != null;
        if (firstAudio != null) {
            audio.useRate(firstAudio.sampleRate());
        }
    }

    /** The next segment that begins with a key frame is told to be another piece of time. */
    void markDiscontinuity() {
        segment.tear();
    }

    /**
     * There is a hole in the picture: the segment ends, and the next key frame begins another piece of time.
     *
     * @return false where sound leads: it has no hole
     */
    boolean tear() {
        if (!pictureLeads) {
            return false;
        }
        endSegment(false);
        segment.tear();
        return true;
    }

    /** All that came goes out; the next session, if one comes, begins anew. */
    void endSession() {
        endSegment(true);
        rungs.endSession();
        segment.tear();
    }

    /**
     * The next frame.
     *
     * @param sample with duration 0 where only the next frame will tell
     * @param usualStep ticks that a frame lasts, as far as one can tell
     * @return whether a segment begins with it
     */
    boolean video(Sample sample, VideoConfig config, long usualStep) {
        if (segment.isOpen() && pictureLeads && tracks.shows(config)) {
            return picture.add(sample, usualStep);
        }
        if (!sample.sync()) {
            tally.dropped++;
            return false;
        }
        if (!tracks.shows(config)) {
            changesTo(config);
        }
        endSegment(false);
        pictureLeads = true;
        return picture.add(sample, usualStep);
    }

    /** Sound that lies beside the picture's time waits for it. */
    void audio(Sample sample, AudioConfig config) {
        if (!tracks.hears(config) && !changesTo(config)) {
            tally.dropped++;
            return;
        }
        tally.audioUnits++;
        rungs.sound(sample, config.sampleRate());
        if (!pictureLeads) {
            sound.add(sample, config.sampleRate());
            return;
        }
        audio.add(sample);
        if (audio.waiting().compareTo(PICTURE_GONE_AFTER) > 0) {
            losePicture(config.sampleRate());
        }
    }

    void frameIsLate() {
        picture.frameIsLate();
    }

    boolean isHolding() {
        return picture.parts().isHolding();
    }

    long usualStep() {
        return picture.parts().usualStep();
    }

    /** The newest time that is taken, in nanoseconds of the broadcast. */
    long endNanos() {
        return Math.max(video.endTicks().toNanos(), audio.endTicks().toNanos());
    }

    /** Whether something was written since the last question. */
    boolean wasChanged() {
        long changes = segment.turns() + video.parts() + audio.parts() + rungs.changes();
        boolean was = changes != changesSeen;
        changesSeen = changes;
        return was;
    }

    Lane video() {
        return video;
    }

    Lane audio() {
        return audio;
    }

    Tracks tracks() {
        return tracks;
    }

    Rungs rungs() {
        return rungs;
    }

    private void endSegment(boolean withLateSound) {
        if (!segment.isOpen()) {
            return;
        }
        if (pictureLeads) {
            picture.endSegment(withLateSound);
        } else {
            sound.endSegment();
        }
    }

    /** Another picture than the open segment has; the first of a broadcast changes nothing. */
    private void changesTo(VideoConfig config) {
        tracks.wantVideo(config);
        if (tracks.video() != null || segment.isOpen()) {
            segment.tear();
        }
    }

    /** Another sound than the open segment has; false when it must wait for a segment that begins with a key frame. */
    private boolean changesTo(AudioConfig config) {
        if (!tracks.wantsAudio(config)) {
            tracks.wantAudio(config);
            segment.tear();
        }
        if (segment.isOpen() && pictureLeads) {
            return false;
        }
        endSegment(false);
        audio.useRate(config.sampleRate());
        return true;
    }

    private void losePicture(int rate) {
        endSegment(false);
        tracks.withoutVideo();
        pictureLeads = false;
        segment.tear();
        audio.takeAll().forEach(waited -> sound.add(waited, rate));
    }
}
