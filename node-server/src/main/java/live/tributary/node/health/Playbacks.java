// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * What players report of one broadcast, as counts: nothing here tells one viewer from another, and nothing is linked.
 * Whoever can watch can also report, so the counts are hints and no proof. Any thread.
 */
public final class Playbacks {

    private static final double HALF = 0.5;
    private static final double NEARLY_ALL = 0.95;
    private static final double FEW = 0.05;

    private final AtomicInteger started = new AtomicInteger();
    private final AtomicInteger stalled = new AtomicInteger();
    private final AtomicInteger stalls = new AtomicInteger();
    private final TimeClasses startUps = new TimeClasses();
    private final TimeClasses delays = new TimeClasses();
    private final LongAdder requests = new LongAdder();
    private final LongAdder starved = new LongAdder();
    private final LongAdder hurried = new LongAdder();
    private final TimeClasses buffers = new TimeClasses();

    /** A player shows its first picture.
     *  @param after since the viewer wanted it */
    public void started(Duration after) {
        started.incrementAndGet();
        startUps.add(after);
    }

    /** A picture stood still.
     *  @param first whether it is the first time in this player */
    public void stalled(boolean first) {
        stalls.incrementAndGet();
        if (first) {
            stalled.incrementAndGet();
        }
    }

    /** How late a player is at the moment. */
    public void delay(Duration behind) {
        delays.add(behind);
    }

    /** A request of a player that is none of ours said how it fares (CTA-5004).
     *  @param starved whether its buffer ran empty since the request before
     *  @param hurried whether it has nothing to play until this is answered */
    public void requested(boolean starved, boolean hurried) {
        requests.increment();
        if (starved) {
            this.starved.increment();
        }
        if (hurried) {
            this.hurried.increment();
        }
    }

    /** How much such a player has in its buffer. */
    public void buffered(Duration ahead) {
        buffers.add(ahead);
    }

    /**
     * What they add up to. Times are the upper ends of classes.
     *
     * @param smooth players without a stall
     * @param startUpHalfMillis half of them took no longer; 0 if nobody said
     * @param startUpMostMillis 95 of 100 took no longer
     * @param delayHalfMillis half of what was reported is no later; 0 if nobody said
     * @param delayMostMillis 95 of 100 reports are no later
     * @param others what requests of other players said; their number is not known
     */
    public record Counts(
            int players,
            int smooth,
            int stalls,
            int startUpHalfMillis,
            int startUpMostMillis,
            int delayHalfMillis,
            int delayMostMillis,
            Others others) {}

    /**
     * What requests of players that are none of ours said.
     *
     * @param requests that said anything
     * @param starved after an empty buffer: a stall, or nearly
     * @param hurried with nothing to play: at the start, after a jump, after a stall
     * @param bufferHalfMillis half of what was said is no more; 0 if nobody said
     * @param bufferLeastMillis 5 of 100 had no more
     */
    public record Others(long requests, long starved, long hurried, int bufferHalfMillis, int bufferLeastMillis) {}

    public Counts counts() {
        int players = started.get();
        return new Counts(
                players,
                Math.max(0, players - stalled.get()),
                stalls.get(),
                startUps.within(HALF),
                startUps.within(NEARLY_ALL),
                delays.within(HALF),
                delays.within(NEARLY_ALL),
                new Others(requests.sum(), starved.sum(), hurried.sum(), buffers.within(HALF), buffers.within(FEW)));
    }
}
