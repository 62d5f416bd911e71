// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.codec.AudioConfig;
import live.tributary.transcoder.codec.VideoConfig;
import live.tributary.transcoder.hls.WindowTargets;
import live.tributary.transcoder.hls.WindowWriter;
import live.tributary.transcoder.media.AccessUnit;
import live.tributary.transcoder.media.ColorDescription;
import live.tributary.transcoder.media.FrameRate;
import live.tributary.transcoder.media.GroupsOfPictures;
import live.tributary.transcoder.media.MediaInput;
import live.tributary.transcoder.media.StreamFigures;
import live.tributary.transcoder.media.StreamHints;
import live.tributary.transcoder.media.StreamProblem;
import live.tributary.transcoder.media.Ticks;
import live.tributary.transcoder.media.TrackConfiguration;
import live.tributary.transcoder.media.VideoCodec;
import live.tributary.transcoder.packager.Arrived.Picture;
import live.tributary.transcoder.packager.Arrived.Sound;
import live.tributary.transcoder.packager.Arrived.TrackPicture;
import live.tributary.transcoder.timeline.ProgramClock;
import live.tributary.transcoder.timeline.SessionClock;
import live.tributary.transcoder.timeline.VideoTimeline;

/** The source rendition of one broadcast, from access units to the window. One thread. */
public final class Packager {

    /** Decode times may lie below the first presentation time, and {@code tfdt} knows no negative numbers. */
    private static final long FIRST_OFFSET = Duration.ofSeconds(10).toNanos();

    private static final long LARGEST_CLOCK_STEP = Duration.ofSeconds(2).toNanos();

    private final WindowWriter writer;
    private final Duration partTarget;
    private final Ladders ladders;
    private final Executor pipeline;
    private final Runnable onLive;
    private final Tally tally;
    private final ProgramClock dates = new ProgramClock();
    private @Nullable Segmenter segmenter;
    private @Nullable Session session;
    private @Nullable Targets targets;
    private StreamFigures figures = StreamFigures.NONE;
    private boolean live;
    /** On the monotonic clock, as far as anybody told. */
    private long now;

    /** What one publisher connection has beside the broadcast: its clock, its configurations, its beginning. */
    private static final class Session {
        final SessionClock clock = new SessionClock();
        final Intake intake;
        final Opening opening;

        @Nullable
        SessionFlow flow;

        ColorDescription colors = ColorDescription.NONE;
        long lastPictureNanos;
        long wallClockSkew;
        boolean wallClockSeen;

        Session(Tally tally, boolean first) {
            intake = new Intake(clock, tally);
            opening = new Opening(first, tally);
        }
    }

    /**
     * Begins with nothing.
     *
     * @param ladders where smaller pictures come from
     * @param pipeline runs what it is given while nobody else is at work on this packager
     */
    public Packager(
            WindowWriter writer,
            Duration partTarget,
            Ladders ladders,
            Executor pipeline,
            Runnable onLive,
            Consumer<StreamProblem> onProblem) {
        this.writer = writer;
        this.partTarget = partTarget;
        this.ladders = ladders;
        this.pipeline = pipeline;
        this.onLive = onLive;
        this.tally = new Tally(onProblem);
        writer.window().targets().ifPresent(this::goOn);
    }

    /** The window outlived its node: what players were told holds, and the first session is one that comes back. */
    private void goOn(WindowTargets told) {
        live = true;
        begin(new Targets(told, Duration.ZERO));
    }

    /** A new publisher connection; the one before is ended if it was not. */
    public void beginSession() {
        endSession();
        tally.newSession();
        session = new Session(tally, segmenter == null);
    }

    /**
     * The next thing of the session.
     *
     * @param offeredNanos when it came, on the monotonic clock
     */
    public void accept(MediaInput input, long offeredNanos) {
        now = offeredNanos;
        var current = session;
        if (current == null) {
            return;
        }
        switch (input) {
            case StreamHints hints -> current.intake.hint(hints);
            case ColorDescription colors -> current.colors = colors;
            case TrackConfiguration configuration -> current.intake.configure(configuration);
            case AccessUnit unit -> {
                watchWallClock(current, unit, offeredNanos);
                current.intake.read(unit).ifPresent(arrived -> take(current, arrived, offeredNanos));
                if (unit.codec() instanceof VideoCodec || isWaiting()) {
                    timePassed(offeredNanos);
                }
            }
        }
    }

    /** Whether {@link #timePassed} is wanted: a frame waits to know how long it lasts, or an encoder for its last ones. */
    public boolean isWaiting() {
        return live
                && segmenter != null
                && (segmenter.isHolding() || segmenter.rungs().isWaiting());
    }

    /** Looks whether the next frame is late, and what is watched. */
    public void timePassed(long nowNanos) {
        if (!live || segmenter == null) {
            return;
        }
        now = nowNanos;
        segmenter.rungs().timePassed();
        publish();
        var current = session;
        if (current == null || !segmenter.isHolding()) {
            return;
        }
        long frame = new Ticks(segmenter.usualStep(), Ticks.VIDEO_RATE).toNanos();
        if (nowNanos - current.lastPictureNanos > frame + frame / 2) {
            segmenter.frameIsLate();
            publish();
        }
    }

    /** The publisher is gone: what came is shown. */
    public void endSession() {
        var ending = session;
        if (ending == null) {
            return;
        }
        if (ending.flow == null && !ending.opening.isEmpty()) {
            start(ending);
        }
        if (segmenter != null) {
            segmenter.endSession();
            publish();
        }
        session = null;
    }

    /** The final playlists. */
    public void endBroadcast() {
        endSession();
        close();
        writer.end();
    }

    /** Lets go of the encoder, if there is one. */
    public void close() {
        if (segmenter != null) {
            segmenter.rungs().end();
        }
    }

    /** The smaller pictures as of the last segment, largest first. */
    public List<RungFigures> rungs() {
        return segmenter == null ? List.of() : segmenter.rungs().figures();
    }

    /** As of the last part. */
    public StreamFigures figures() {
        return figures;
    }

    /** A wall clock that was set makes dates jump, and players must be told. */
    private void watchWallClock(Session current, AccessUnit unit, long offeredNanos) {
        long skew = Duration.between(Instant.EPOCH, unit.arrivedAt()).toNanos() - offeredNanos;
        boolean stepped = current.wallClockSeen && Math.abs(skew - current.wallClockSkew) > LARGEST_CLOCK_STEP;
        current.wallClockSkew = skew;
        current.wallClockSeen = true;
        if (stepped && segmenter != null) {
            dates.reset();
            segmenter.markDiscontinuity();
        }
    }

    private void take(Session current, Arrived arrived, long offeredNanos) {
        if (arrived instanceof Picture) {
            current.lastPictureNanos = offeredNanos;
        }
        var flow = current.flow;
        if (flow != null) {
            flow.place(arrived);
            publish();
            return;
        }
        if (arrived instanceof TrackPicture) {
            // Further tracks are looked at once the first one has its place.
            return;
        }
        current.opening.add(arrived);
        if (current.opening.decided(current.intake.expectsVideo(), current.intake.expectsAudio())) {
            start(current);
        }
    }

    /** Enough is known: what was gathered gets its place, and the broadcast is live if it was not. */
    private void start(Session starting) {
        var opening = starting.opening;
        long first = opening.first().nanos();
        long offset = segmenter == null ? FIRST_OFFSET : Math.max(FIRST_OFFSET, segmenter.endNanos());
        starting.clock.start(first, offset);
        var timeline = new VideoTimeline(announcedRate(starting));
        timeline.lookAhead(Arrays.stream(opening.pictureNanos())
                .map(nanos -> nanos - first + offset)
                .toArray());
        var current = segmenterFor(opening, timeline);
        writer.beginSession();
        dates.reset();
        current.beginSession(
                opening.first() instanceof Picture picture ? picture.config() : null,
                opening.firstSound().map(Sound::config).orElse(null),
                new Announced(
                        timeline.rate().orElse(announcedRate(starting)).perSecond(),
                        starting.intake.hints(),
                        starting.colors));
        var flow = new SessionFlow(starting.clock, dates, current, timeline, tally, offset);
        starting.flow = flow;
        opening.units().forEach(flow::place);
        opening.clear();
        publish();
    }

    private Segmenter segmenterFor(Opening opening, VideoTimeline timeline) {
        return segmenter == null ? begin(Targets.of(opening, timeline.rate(), partTarget)) : segmenter;
    }

    private Segmenter begin(Targets fixed) {
        var rungs = new Rungs(writer, ladders, fixed, tally, this::tellOnPipeline, () -> now);
        var first = new Segmenter(writer, fixed, dates, tally, rungs);
        targets = fixed;
        segmenter = first;
        return first;
    }

    private void tellOnPipeline(Runnable news) {
        pipeline.execute(() -> {
            news.run();
            publish();
        });
    }

    private static FrameRate announcedRate(Session starting) {
        if (starting.opening.first() instanceof Picture picture
                && picture.config().picture().rate().known()) {
            return picture.config().picture().rate();
        }
        return FrameRate.of(starting.intake.hints().framesPerSecond());
    }

    private void publish() {
        if (segmenter == null || targets == null || !segmenter.wasChanged()) {
            return;
        }
        figures = figuresNow(segmenter);
        if (live) {
            writer.publish();
        } else {
            live = true;
            writer.goLive(targets.window());
            onLive.run();
        }
    }

    private StreamFigures figuresNow(Segmenter current) {
        var flow = session == null ? null : session.flow;
        var rate = flow == null ? FrameRate.UNKNOWN : flow.rate();
        double measured = (double) Ticks.VIDEO_RATE / current.usualStep();
        VideoConfig video = current.tracks().video();
        AudioConfig audio = current.tracks().audio();
        return new StreamFigures(
                video == null ? "" : video.codecs(),
                audio == null ? "" : audio.codecs(),
                video == null ? 0 : video.picture().width(),
                video == null ? 0 : video.picture().height(),
                video == null ? 0 : rate.known() ? rate.perSecond() : measured,
                rate.known(),
                flow == null ? Duration.ZERO : flow.keyFrameInterval(),
                session == null ? GroupsOfPictures.UNKNOWN : session.intake.groups(),
                current.video().segmentBitsPerSecond(),
                current.audio().segmentBitsPerSecond(),
                audio == null ? 0 : audio.channels(),
                audio == null ? 0 : audio.sampleRate(),
                tally.counters());
    }
}
