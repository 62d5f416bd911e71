// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.time.Duration;
import java.time.InstantSource;

import live.tributary.node.health.EncoderSpeed;
import live.tributary.node.health.Level;
import live.tributary.transcoder.PipelineFigures;

/**
 * Looks at the health of every open broadcast once a second. Where pictures are late on this machine, it has whoever
 * listens to sound rest: a figure on a page never costs viewers a frame.
 */
final class HealthWatch {

    private static final Duration SECOND = Duration.ofSeconds(1);

    /** Media that waits so long for its pipeline is late for viewers. */
    private static final Duration MOST_QUEUED = Duration.ofMillis(500);

    private final LiveStreams streams;
    private final Runnable onLate;
    private final InstantSource clock;

    private HealthWatch(LiveStreams streams, Runnable onLate, InstantSource clock) {
        this.streams = streams;
        this.onLate = onLate;
        this.clock = clock;
    }

    /** Begins to look.
     *  @param onLate called each second in which pictures are late on this machine; must return at once */
    static HealthWatch start(LiveStreams streams, Runnable onLate, Timers timers, InstantSource clock) {
        var watch = new HealthWatch(streams, onLate, clock);
        timers.every(SECOND, watch::look);
        return watch;
    }

    private void look() {
        var now = clock.instant();
        boolean late = false;
        for (var stream : streams.all()) {
            if (stream.open()) {
                stream.health().look(now, System.nanoTime());
                late |= isLate(stream.pipeline().figures());
            }
        }
        if (late) {
            onLate.run();
        }
    }

    /** An encoder that has not its speed yet is not late. */
    static boolean isLate(PipelineFigures figures) {
        return figures.queued().compareTo(MOST_QUEUED) > 0
                || figures.rungs().stream().anyMatch(rung -> EncoderSpeed.judge(rung.encoderSpeed()) == Level.FIX);
    }
}
