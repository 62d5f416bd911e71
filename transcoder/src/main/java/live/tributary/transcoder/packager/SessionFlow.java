// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.codec.AudioConfig;
import live.tributary.transcoder.codec.VideoConfig;
import live.tributary.transcoder.media.FrameRate;
import live.tributary.transcoder.media.StreamProblem.Kind;
import live.tributary.transcoder.mp4.Sample;
import live.tributary.transcoder.packager.Arrived.Picture;
import live.tributary.transcoder.packager.Arrived.Sound;
import live.tributary.transcoder.packager.Arrived.TrackPicture;
import live.tributary.transcoder.timeline.AudioTimeline;
import live.tributary.transcoder.timeline.ProgramClock;
import live.tributary.transcoder.timeline.SessionClock;
import live.tributary.transcoder.timeline.VideoTimeline;

/** Gives what a session sends its place in time and hands it to the segmenter. */
final class SessionFlow {

    private static final long LONGEST_HOLE = Duration.ofSeconds(2).toNanos();

    private final SessionClock clock;
    private final ProgramClock dates;
    private final Segmenter segmenter;
    private final Tally tally;
    private final VideoTimeline video;
    private final long start;
    private @Nullable AudioTimeline audio;
    private @Nullable AudioConfig audioConfig;
    private @Nullable VideoConfig videoConfig;
    private long lastVideoNanos = Long.MIN_VALUE;
    private long lastKeyNanos = Long.MIN_VALUE;
    private Duration keyFrameInterval = Duration.ZERO;
    private long clampedBefore;
    private long missingBefore;
    private long correctedBefore;

    SessionFlow(
            SessionClock clock,
            ProgramClock dates,
            Segmenter segmenter,
            VideoTimeline video,
            Tally tally,
            long startNanos) {
        this.clock = clock;
        this.dates = dates;
        this.segmenter = segmenter;
        this.video = video;
        this.tally = tally;
        this.start = startNanos;
    }

    Duration keyFrameInterval() {
        return keyFrameInterval;
    }

    void place(Arrived unit) {
        switch (unit) {
            case Picture picture -> place(picture);
            case Sound sound -> place(sound);
            case TrackPicture picture -> segmenter.rungs().tracks().add(picture);
        }
    }

    private void place(Picture picture) {
        var reading = clock.readVideo(picture.nanos(), picture.arrival());
        if (reading.rebased()) {
            rebased();
        }
        boolean hole = lastVideoNanos != Long.MIN_VALUE && reading.nanos() - lastVideoNanos > LONGEST_HOLE;
        if (hole && segmenter.tear()) {
            dates.reset();
        }
        lastVideoNanos = reading.nanos();
        dates.observe(reading.nanos(), picture.arrival());
        announceRate(picture.config());
        if (picture.captions()) {
            segmenter.tracks().showCaptions();
        }
        if (picture.sync()) {
            measureKeyFrames(reading.nanos());
        }
        var place = video.place(reading.nanos(), picture.compositionMillis(), picture.nanosLater());
        countVideo();
        var sample = new Sample(
                picture.data(), place.decodeTime(), place.duration(), place.compositionOffset(), picture.sync());
        segmenter.rungs().tracks().sourceIs(picture.nanos());
        if (segmenter.video(sample, picture.config(), video.step()) && audio != null) {
            audio.atSegmentEdge();
        }
    }

    @SuppressWarnings("ReferenceEquality") // a configuration is read once, so another object is another record
    private void announceRate(VideoConfig config) {
        if (config != videoConfig) {
            videoConfig = config;
            video.announce(config.picture().rate());
        }
    }

    private void measureKeyFrames(long nanos) {
        if (lastKeyNanos != Long.MIN_VALUE) {
            keyFrameInterval = Duration.ofNanos(Math.max(0, nanos - lastKeyNanos));
        }
        lastKeyNanos = nanos;
    }

    private void place(Sound sound) {
        var reading = clock.readAudio(sound.nanos(), sound.arrival());
        if (reading.rebased()) {
            rebased();
        }
        if (reading.nanos() < start) {
            // Sound from before the first picture is no loss: nobody could have heard it.
            return;
        }
        if (videoConfig == null) {
            dates.observe(reading.nanos(), sound.arrival());
        }
        var timeline = timelineFor(sound.config());
        var place = timeline.place(reading.nanos(), sound.samples());
        countAudio(timeline);
        if (place.isEmpty()) {
            tally.dropped++;
            return;
        }
        var sample = new Sample(sound.data(), place.getAsLong(), sound.samples(), 0, true);
        segmenter.audio(sample, sound.config());
    }

    @SuppressWarnings("ReferenceEquality") // a configuration is read once, so another object is another record
    private AudioTimeline timelineFor(AudioConfig config) {
        var timeline = audio;
        if (timeline == null || config != audioConfig) {
            timeline = new AudioTimeline(config.sampleRate());
            audio = timeline;
            audioConfig = config;
            correctedBefore = 0;
        }
        return timeline;
    }

    /** Frames of both sides may need each other, so only a hole ends the segment; the next key frame begins anew. */
    private void rebased() {
        tally.rebased++;
        tally.problem(Kind.TIMESTAMPS_JUMPED, "timestamps jumped; arrival decided where the broadcast goes on");
        dates.reset();
        segmenter.markDiscontinuity();
    }

    private void countVideo() {
        tally.clamped += video.clamped() - clampedBefore;
        clampedBefore = video.clamped();
        tally.missingFrames += video.missing() - missingBefore;
        missingBefore = video.missing();
    }

    private void countAudio(AudioTimeline timeline) {
        if (timeline.wasTorn()) {
            tally.problem(Kind.AUDIO_DRIFTED, "sound lies more than half a second beside its timestamps");
            segmenter.markDiscontinuity();
        }
        if (timeline.corrected() > correctedBefore) {
            tally.corrected += timeline.corrected() - correctedBefore;
            correctedBefore = timeline.corrected();
            tally.problem(Kind.AUDIO_DRIFTED, "sound ran away from its timestamps and was set right");
        }
    }

    FrameRate rate() {
        return video.rate().orElse(FrameRate.UNKNOWN);
    }
}
