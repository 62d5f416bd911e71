// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import live.tributary.ingest.rtmp.CloseReason;
import live.tributary.ingest.rtmp.Publication;
import live.tributary.ingest.rtmp.PublicationFigures;
import live.tributary.ingest.rtmp.TcpFigures;
import live.tributary.transcoder.PipelineFigures;
import live.tributary.transcoder.media.GroupsOfPictures;
import live.tributary.transcoder.media.SoundLevels;
import live.tributary.transcoder.media.StreamCounters;
import live.tributary.transcoder.media.StreamFigures;
import live.tributary.transcoder.media.StreamProblem;

/** A broadcast that a test plays second by second: its clock moves only when a second is played. */
final class PlayedStream implements Publication {

    static final Instant OPENED = Instant.parse("2026-11-22T20:00:00Z");
    private static final int FRAMES = 25;
    private static final int FRAME_MILLIS = 1_000 / FRAMES;

    private Optional<SoundLevels> heard = Optional.empty();
    private GroupsOfPictures groups = GroupsOfPictures.CLOSED;
    final Set<StreamProblem.Kind> problems = EnumSet.noneOf(StreamProblem.Kind.class);
    private long leftOut;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final StreamHealth health = new StreamHealth(
            OPENED,
            () -> new PipelineFigures(withGroups(), List.of(), Duration.ZERO, leftOut),
            () -> problems,
            () -> heard,
            new HealthMetrics(meters));
    private Tags tags = new Tags();
    private Duration silence = Duration.ZERO;
    private Duration roundTrip = Duration.ofMillis(38);
    private long seconds;
    private long frame;

    Instant now() {
        return OPENED.plusSeconds(seconds);
    }

    PlayedStream connect() {
        tags = new Tags();
        silence = Duration.ZERO;
        health.connected(now(), "OBS 32", this, tags.meter);
        return this;
    }

    void announce(double videoKilobits) {
        tags.announce(Map.of("videodatarate", videoKilobits, "audiodatarate", 60.0));
    }

    /** From now on somebody listens. */
    PlayedStream sounding(double lufs, double peakDb) {
        heard = Optional.of(new SoundLevels(lufs, lufs, peakDb));
        return this;
    }

    /** From now on nobody listens. */
    PlayedStream unheard() {
        heard = Optional.empty();
        return this;
    }

    PlayedStream withGroups(GroupsOfPictures now) {
        groups = now;
        return this;
    }

    private StreamFigures withGroups() {
        var counters = StreamCounters.NONE;
        return new StreamFigures("", "", 0, 0, 0, false, Duration.ZERO, groups, 0, 0, 0, 0, counters);
    }

    void roundTrip(Duration time) {
        roundTrip = time;
    }

    void leaveOut(int frames) {
        leftOut += frames;
    }

    /** Good seconds: 25 frames of 10,000 bytes, a key frame each two seconds, sound with its picture. */
    PlayedStream play(int howMany) {
        return play(howMany, new Fault(0, 0, 2 * FRAMES, true, 0));
    }

    /**
     * Seconds of one fault.
     *
     * @param missing frames that do not come in each second, at its end
     * @param lateMillis added to the time at which frames come
     * @param keyFrameEvery frames
     * @param soundMillis added to the timestamps of sound
     */
    record Fault(int missing, int lateMillis, int keyFrameEvery, boolean sound, int soundMillis) {}

    PlayedStream play(int howMany, Fault fault) {
        for (int second = 0; second < howMany; second++) {
            for (int i = 0; i < FRAMES; i++, frame++) {
                send(i < FRAMES - fault.missing(), fault);
            }
            silence = Duration.ZERO;
            look();
        }
        return this;
    }

    /** A second in which every other frame comes 100 ms after its time. */
    PlayedStream playUnevenly() {
        for (int i = 0; i < FRAMES; i++, frame++) {
            send(true, new Fault(0, i % 2 * 100, 2 * FRAMES, true, 0));
        }
        look();
        return this;
    }

    /** Seconds in which nothing comes. */
    PlayedStream silence(int howMany) {
        for (int second = 0; second < howMany; second++) {
            silence = silence.plusSeconds(1);
            frame += FRAMES;
            look();
        }
        return this;
    }

    private void send(boolean picture, Fault fault) {
        long at = frame * FRAME_MILLIS;
        if (fault.sound()) {
            tags.sound(at + fault.soundMillis(), at + fault.lateMillis());
        }
        if (picture) {
            tags.picture(at, at + fault.lateMillis(), frame % fault.keyFrameEvery() == 0);
        }
    }

    /** A second passes. */
    void look() {
        seconds++;
        health.look(now(), seconds * 1_000_000_000L);
    }

    @Override
    public void close(CloseReason why) {
        throw new UnsupportedOperationException("health only looks");
    }

    @Override
    public PublicationFigures figures() {
        var tcp = new TcpFigures(roundTrip, Duration.ofMillis(3), 0);
        return new PublicationFigures(0, 0, 0, 0, 0, 0, silence, 0, tcp);
    }
}
