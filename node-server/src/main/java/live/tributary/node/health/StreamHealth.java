// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import live.tributary.ingest.rtmp.Publication;
import live.tributary.node.kernel.BroadcastId;
import live.tributary.node.kernel.ChannelId;
import live.tributary.transcoder.PipelineFigures;
import live.tributary.transcoder.media.SoundLevels;
import live.tributary.transcoder.media.StreamProblem;

/**
 * The health of one broadcast from its opening to its end: told of each turn, asked to look once a second.
 *
 * <p>Any thread; holds its lock for microseconds and asks nobody who may block. Memory is bounded: fifteen minutes of
 * samples, a hundred turns, a hundred stretches.
 */
public final class StreamHealth {

    private final Instant openedAt;
    private final Supplier<PipelineFigures> pipeline;
    private final Supplier<Set<StreamProblem.Kind>> problems;
    private final Supplier<Optional<SoundLevels>> heard;
    private final HealthMetrics metrics;
    private final SampleRing ring = new SampleRing();
    private final Stretches stretches = new Stretches();
    private final EveningLog log = new EveningLog();
    private final Tally tally = new Tally();
    private final Playbacks playbacks = new Playbacks();
    private Feed feed = new Feed.Away();
    private Instant lastAt;
    private int age;

    /** Begins with the opening of the broadcast.
     *  @param pipeline figures of the broadcast's pipeline
     *  @param problems what the pipeline complained about
     *  @param heard what was heard in the last second; empty where nobody listens */
    public StreamHealth(
            Instant openedAt,
            Supplier<PipelineFigures> pipeline,
            Supplier<Set<StreamProblem.Kind>> problems,
            Supplier<Optional<SoundLevels>> heard,
            HealthMetrics metrics) {
        this.openedAt = openedAt;
        this.lastAt = openedAt;
        this.pipeline = pipeline;
        this.problems = problems;
        this.heard = heard;
        this.metrics = metrics;
    }

    /** What players report of this broadcast. */
    public Playbacks playbacks() {
        return playbacks;
    }

    /** An encoder feeds the broadcast from now on; whoever did so before is replaced. */
    public synchronized void connected(Instant at, String encoder, Publication publication, ArrivalMeter meter) {
        log.add(at, turnTo(feed), encoder);
        feed = new Feed.Here(new SecondHand(publication, meter));
        age = 0;
    }

    /** Nobody feeds the broadcast for now.
     *  @param saidGoodbye whether the encoder ended its stream, and did not just vanish */
    public synchronized void left(Instant at, boolean saidGoodbye) {
        log.add(at, saidGoodbye ? Entry.Turn.STOPPED : Entry.Turn.LOST, "");
        feed = new Feed.Away();
        age = 0;
    }

    /** Viewers have a picture. */
    public synchronized void live(Instant at) {
        log.add(at, Entry.Turn.LIVE, "");
    }

    /** The broadcast is over. */
    public synchronized void ended(Instant at) {
        log.add(at, Entry.Turn.ENDED, "");
        feed = new Feed.Away();
        age = 0;
    }

    /** Takes the sample of the second that is over.
     *  @param nanos of a clock that never jumps */
    public synchronized void look(Instant at, long nanos) {
        age++;
        var sample = switch (feed) {
            case Feed.Away() -> Sample.away(at);
            case Feed.Here(var hand) -> hand.next(at, nanos, pipeline.get(), heard.get());
        };
        ring.add(sample);
        lastAt = at;
        var cause = cause(sample);
        cause.ifPresent(found -> stretches.add(found, at, alreadyThere(found, sample)));
        tally.add(sample, cause);
        metrics.count(sample, cause);
    }

    public synchronized HealthReport report() {
        var figures = figures();
        return new HealthReport(
                feed instanceof Feed.Here ? Judge.of(figures, problems.get()) : Verdict.MEASURING,
                feed instanceof Feed.Here ? Readings.of(figures) : Readings.NONE,
                History.of(ring, lastAt),
                announced().bitsPerSecond() > 0 ? (int) Math.round(figures.setMegabits() * 1_000) : 0,
                HealthReport.Line.of(figures, ring),
                HealthReport.Sound.of(ring),
                figures.groups(),
                stretches.since(lastAt.minusSeconds(SampleRing.SECONDS)),
                log.with(stretches.all()),
                playbacks.counts());
    }

    /** What stays of the broadcast. */
    public synchronized HealthRecord record(BroadcastId broadcast, ChannelId channel) {
        var viewers = playbacks.counts();
        return new HealthRecord(
                broadcast,
                channel,
                openedAt,
                lastAt,
                tally.goodSeconds(),
                tally.causes(),
                tally.figures(log.count(Entry.Turn.LOST), log.count(Entry.Turn.TAKEN_OVER)),
                viewers.players(),
                viewers.smooth());
    }

    private Optional<Cause> cause(Sample sample) {
        if (sample.connected() && age < Threshold.YOUNG_SECONDS) {
            return Optional.empty();
        }
        var figures = figures();
        return Cause.of(sample, figures.setMegabits() * 1e6, figures.sound());
    }

    private static Duration alreadyThere(Cause cause, Sample sample) {
        return switch (cause) {
            case SILENT -> Duration.ofSeconds(sample.silentSeconds());
            case SOUND_SILENT -> Duration.ofSeconds(sample.loudness().silentSeconds());
            case AWAY, NODE_BEHIND, UPLOAD_SLOW, ENCODER_BEHIND, NO_SOUND, KEY_FRAMES, SOUND_APART -> Duration.ZERO;
        };
    }

    private Figures figures() {
        return Figures.of(ring, age, announced());
    }

    private Announced announced() {
        return switch (feed) {
            case Feed.Away() -> Announced.NOTHING;
            case Feed.Here(var hand) -> hand.announced();
        };
    }

    private Entry.Turn turnTo(Feed before) {
        if (before instanceof Feed.Here) {
            return Entry.Turn.TAKEN_OVER;
        }
        return ring.size() == 0 && log.count(Entry.Turn.CONNECTED) == 0 ? Entry.Turn.CONNECTED : Entry.Turn.BACK;
    }

    /** Whether an encoder is there. */
    private sealed interface Feed {
        record Here(SecondHand hand) implements Feed {}

        record Away() implements Feed {}
    }
}
