// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.codec.AudioConfig;
import live.tributary.transcoder.codec.VideoConfig;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.hls.WindowWriter;
import live.tributary.transcoder.media.StreamProblem.Kind;
import live.tributary.transcoder.media.Ticks;
import live.tributary.transcoder.mp4.Sample;
import live.tributary.transcoder.mp4.TrackId;
import live.tributary.transcoder.timeline.ProgramClock;

/**
 * Cuts samples into parts and segments. The picture leads: where it is cut, sound is cut too, to whole access units.
 * Without a picture sound leads.
 */
final class Segmenter {

    private static final long AUDIO_SEGMENT_SECONDS = 2;
    /** Sound this far behind the picture has stopped: who waits for it shows nothing. */
    private static final Duration SOUND_GONE_AFTER = Duration.ofSeconds(2);
    /**
     * As long as a playlist's blocked reload is held at least: three of the shortest target durations. A camera that
     * comes back until then has cost its viewers a pause, not their playlist; after it they are turned away anyway.
     */
    private static final Duration PICTURE_GONE_AFTER = Duration.ofSeconds(6);

    private final WindowWriter writer;
    private final Tally tally;
    private final ProgramClock dates;
    private final Tracks tracks;
    private final Lane video;
    private final Lane audio;
    private final Targets targets;
    private final KeyFrameRhythm rhythm;
    /** The newest frame, as long as only the next one tells how long it lasts. */
    private @Nullable Sample held;

    private long step = Ticks.VIDEO_RATE / 30;
    private boolean open;
    private boolean pictureLeads;
    private boolean discontinuity;
    private boolean changed;
    private long segmentStart;
    private double framesPerSecond;

    Segmenter(WindowWriter writer, Targets targets, ProgramClock dates, Tally tally) {
        this.writer = writer;
        this.targets = targets;
        this.rhythm = new KeyFrameRhythm(targets);
        this.dates = dates;
        this.tally = tally;
        this.tracks = new Tracks(writer);
        this.video = new Lane(writer, RenditionName.SOURCE, TrackId.VIDEO, Ticks.VIDEO_RATE);
        this.audio = new Lane(writer, RenditionName.AUDIO, TrackId.AUDIO, Ticks.VIDEO_RATE);
    }

    /** A session begins with these tracks; what it sends later of another kind comes with a discontinuity. */
    void beginSession(@Nullable VideoConfig firstVideo, @Nullable AudioConfig firstAudio, double frameRate) {
        tracks.beginSession();
        tracks.want(firstVideo, firstAudio);
        pictureLeads = firstVideo != null;
        framesPerSecond = frameRate;
        if (firstAudio != null) {
            audio.useRate(firstAudio.sampleRate());
        }
    }

    /** The next segment that begins with a key frame is told to be another piece of time. */
    void markDiscontinuity() {
        discontinuity = true;
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
        closeSegment();
        discontinuity = true;
        return true;
    }

    /** The newest time that is taken, in nanoseconds of the broadcast. */
    long endNanos() {
        return Math.max(video.endTicks().toNanos(), audio.endTicks().toNanos());
    }

    /** Whether a frame waits for the next one to know how long it lasts. */
    boolean isHolding() {
        return held != null && held.duration() == 0;
    }

    /** Whether something was written since the last question. */
    boolean wasChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    /**
     * The next frame.
     *
     * @param sample with duration 0 where only the next frame will tell
     * @param usualStep ticks that a frame lasts, as far as one can tell
     * @return whether a segment begins with it
     */
    boolean video(Sample sample, VideoConfig config, long usualStep) {
        step = usualStep;
        boolean belongs = open && pictureLeads && tracks.shows(config);
        if (!belongs && !sample.sync()) {
            tally.dropped++;
            return false;
        }
        if (!tracks.shows(config)) {
            tracks.wantVideo(config);
            discontinuity |= tracks.video() != null || open;
        }
        var placed = notBefore(sample, video.end());
        if (placed.sync()) {
            rhythm.keyFrame(nanos(placed.decodeTime()));
        }
        if (belongs) {
            settle(placed.decodeTime());
            cutBefore(placed);
        } else {
            closeSegment();
        }
        boolean begins = !open;
        if (begins) {
            pictureLeads = true;
            openSegment(new Ticks(placed.decodeTime(), Ticks.VIDEO_RATE), placed.sync());
        }
        tally.videoFrames++;
        held = placed;
        if (placed.duration() > 0 && partIsFull(partStart(placed), placed.end(), true)) {
            settle(placed.end());
            closePart();
        }
        return begins;
    }

    /** Sound that lies beside the picture's time waits for it. */
    void audio(Sample sample, AudioConfig config) {
        if (!tracks.hears(config) && !changesTo(config)) {
            tally.dropped++;
            return;
        }
        tally.audioUnits++;
        if (!pictureLeads) {
            leadByAudio(sample, config);
            return;
        }
        audio.add(sample);
        if (audio.waiting().compareTo(PICTURE_GONE_AFTER) > 0) {
            loseVideo(config);
        }
    }

    /** Another sound than the open segment has; false when it must wait for a segment that begins with a key frame. */
    private boolean changesTo(AudioConfig config) {
        if (!tracks.wantsAudio(config)) {
            tracks.wantAudio(config);
            discontinuity = true;
        }
        if (open && pictureLeads) {
            return false;
        }
        closeSegment();
        audio.useRate(config.sampleRate());
        return true;
    }

    /** Off the grid a full part waits for the next frame; when that is late the part goes without it. */
    void frameIsLate() {
        var waiting = held;
        if (waiting != null && partIsFull(partStart(waiting), waiting.decodeTime() + step, false)) {
            settle(waiting.decodeTime() + step);
            closePart();
        }
    }

    long usualStep() {
        return step;
    }

    /** All that came goes out; the next session, if one comes, begins anew. */
    void endSession() {
        closeSegment(true);
        discontinuity = true;
    }

    int videoBitsPerSecond() {
        return video.segmentBitsPerSecond();
    }

    int audioBitsPerSecond() {
        return audio.segmentBitsPerSecond();
    }

    @Nullable
    VideoConfig videoConfig() {
        return tracks.video();
    }

    @Nullable
    AudioConfig audioConfig() {
        return tracks.audio();
    }

    private static Sample notBefore(Sample sample, long earliest) {
        long late = earliest - sample.decodeTime();
        if (late <= 0) {
            return sample;
        }
        int duration = sample.duration() == 0 ? 0 : (int) Math.max(1, sample.duration() - late);
        return new Sample(sample.data(), earliest, duration, (int) (sample.compositionOffset() - late), sample.sync());
    }

    private void cutBefore(Sample next) {
        boolean tooLong =
                video.duration(next.decodeTime() - segmentStart + step).compareTo(targets.longestSegment()) > 0;
        if (next.sync() && (discontinuity || rhythm.endsSegment(nanos(next.decodeTime())))) {
            if (soundIsGone(next.decodeTime())) {
                tracks.withoutAudio();
                discontinuity = true;
            }
            cutAt(next.decodeTime());
        } else if (tooLong) {
            tally.forcedCuts++;
            tally.problem(Kind.KEY_FRAMES_TOO_RARE, "no key frame within %s".formatted(targets.longestSegment()));
            cutAt(next.decodeTime());
        } else if (!video.isEmpty() && partIsFull(video.start(), next.decodeTime(), next.duration() > 0)) {
            closePart();
        }
    }

    private void cutAt(long videoTicks) {
        closePart();
        closeSegmentAt(videoTicks, discontinuity ? 0 : 2 * step);
    }

    private boolean soundIsGone(long videoTicks) {
        long behind = nanos(videoTicks) - audio.endTicks().toNanos();
        return tracks.audio() != null && behind > SOUND_GONE_AFTER.toNanos();
    }

    private static long nanos(long videoTicks) {
        return new Ticks(videoTicks, Ticks.VIDEO_RATE).toNanos();
    }

    /**
     * Whether a part with these ends takes no further frame. On the grid that is known exactly. Off it nobody knows how
     * long the next frame lasts, so a part ends as soon as it is long enough (RFC 8216bis, 4.4.4.9: 85 %).
     */
    private boolean partIsFull(long start, long end, boolean onGrid) {
        long length = end - start;
        return onGrid ? length + step > targets.partTicks() : length >= targets.shortestPartTicks();
    }

    private long partStart(Sample next) {
        return video.isEmpty() ? next.decodeTime() : video.start();
    }

    /** The held frame lasts until then, but never longer than its part may be. */
    private void settle(long end) {
        var frame = held;
        if (frame == null) {
            return;
        }
        held = null;
        long latest = Math.max(partStart(frame) + targets.partTicks(), frame.decodeTime() + 1);
        video.add(frame.withDuration((int) (Math.min(end, latest) - frame.decodeTime())));
    }

    private void closePart() {
        if (!video.isEmpty()) {
            video.writeAll();
            changed = true;
        }
        writeAudioBefore(video.end());
    }

    private void writeAudioBefore(long videoTicks) {
        var config = tracks.audio();
        if (config == null) {
            return;
        }
        long boundary = inSamples(videoTicks, config);
        long most = targets.audioPartSamples(config.sampleRate());
        do {
            writeAudio(audio.countBefore(boundary, most));
        } while (audio.waitingBefore(boundary) >= most / 2);
    }

    private void writeAudio(int count) {
        if (count > 0) {
            audio.write(count);
            changed = true;
        }
    }

    /** A frame and a unit of sound may go over into the next segment; a part of their own would cost a request. */
    private void writeRestOfAudio(long videoTicks, long tolerated) {
        var config = tracks.audio();
        if (config == null) {
            return;
        }
        long boundary = inSamples(videoTicks, config);
        while (audio.waitingBefore(boundary) > inSamples(tolerated, config)) {
            writeAudio(audio.countBefore(boundary, targets.audioPartSamples(config.sampleRate())));
        }
    }

    private void writeAllAudio() {
        var config = tracks.audio();
        while (config != null && !audio.isEmpty()) {
            writeAudio(audio.countBefore(Long.MAX_VALUE, targets.audioPartSamples(config.sampleRate())));
        }
    }

    private static long inSamples(long videoTicks, AudioConfig config) {
        return new Ticks(videoTicks, Ticks.VIDEO_RATE)
                .rescale(config.sampleRate())
                .count();
    }

    /**
     * Opens a segment.
     *
     * @param fresh whether decoding may begin here; where not, other tracks and another piece of time have to wait
     */
    private void openSegment(Ticks start, boolean fresh) {
        boolean torn = fresh && discontinuity;
        if (fresh) {
            applyTracks(start, torn);
        }
        video.beginSegment();
        audio.beginSegment();
        rhythm.segmentBegins(start.toNanos());
        writer.openSegment(dates.dateOf(start.toNanos()), torn);
        tally.discontinuities += torn ? 1 : 0;
        discontinuity &= !torn;
        open = true;
        changed = true;
        segmentStart = start.count();
    }

    private void applyTracks(Ticks start, boolean torn) {
        tracks.apply(framesPerSecond);
        var config = tracks.audio();
        if (config == null) {
            return;
        }
        audio.useRate(config.sampleRate());
        if (torn && pictureLeads) {
            tally.dropped += audio.dropBefore(inSamples(start.count(), config));
        }
    }

    private void closeSegment() {
        closeSegment(false);
    }

    /**
     * Ends the open segment where its last sample ends.
     *
     * @param withLateSound also sound that lies behind the last frame; else it waits for the next segment
     */
    private void closeSegment(boolean withLateSound) {
        if (!open) {
            return;
        }
        if (pictureLeads) {
            if (held != null) {
                settle(held.decodeTime() + (held.duration() > 0 ? held.duration() : step));
            }
            closePart();
            if (withLateSound) {
                writeAllAudio();
            }
            closeSegmentAt(video.end(), 0);
        } else {
            writeAllAudio();
            finishSegment(Map.of(RenditionName.AUDIO, capped(audio.segmentDuration(audio.start()))));
        }
    }

    private void closeSegmentAt(long videoTicks, long toleratedAudio) {
        writeRestOfAudio(videoTicks, toleratedAudio);
        var durations = new HashMap<RenditionName, Duration>();
        var length = capped(video.segmentDuration(videoTicks));
        durations.put(RenditionName.SOURCE, length);
        if (tracks.audio() != null) {
            // A segment without sound is a gap of the playlist, and lasts as long as the picture.
            var heard = capped(audio.segmentDuration(audio.start()));
            durations.put(RenditionName.AUDIO, heard.isZero() ? length : heard);
        }
        finishSegment(durations);
    }

    /** A hole before the next segment counts to this one, but EXTINF must round to the target at most. */
    private Duration capped(Duration length) {
        return length.compareTo(targets.longestSegment()) > 0 ? targets.longestSegment() : length;
    }

    private void finishSegment(Map<RenditionName, Duration> durations) {
        writer.closeSegment(durations);
        open = false;
        changed = true;
    }

    private void loseVideo(AudioConfig config) {
        closeSegment();
        tracks.withoutVideo();
        pictureLeads = false;
        discontinuity = true;
        audio.takeAll().forEach(waited -> leadByAudio(waited, config));
    }

    private void leadByAudio(Sample sample, AudioConfig config) {
        var at = new Ticks(sample.decodeTime(), config.sampleRate());
        if (open && at.count() - segmentStart >= AUDIO_SEGMENT_SECONDS * at.perSecond()) {
            closeSegment();
        }
        if (!open) {
            openSegment(audio.isEmpty() ? at : new Ticks(audio.start(), at.perSecond()), true);
        }
        audio.add(sample);
        long most = targets.window().partTarget().toMillis() * config.sampleRate() / 1000;
        while (audio.end() + sample.duration() - audio.start() > most && !audio.isEmpty()) {
            writeAudio(audio.countBefore(Long.MAX_VALUE, most));
        }
    }
}
