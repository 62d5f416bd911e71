// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.timeline;

import java.time.Duration;
import java.time.Instant;

import live.tributary.transcoder.media.WireTime;

/**
 * The clock of one publisher connection, shared by its two tracks: wire time in, broadcast time in nanoseconds out.
 *
 * <p>When times jump by more than a source can mean, arrival decides where the broadcast goes on, and the jump is
 * over: the other track, which jumped by as much, finds itself in the right place.
 */
public final class SessionClock {

    static final long LONGEST_GAP = Duration.ofSeconds(10).toNanos();
    static final long FURTHEST_BACK = Duration.ofSeconds(1).toNanos();
    private static final long ONE_MILLISECOND = 1_000_000;

    private final TrackClock video = new TrackClock();
    private final TrackClock audio = new TrackClock();
    private long newestMillis;
    private boolean unread = true;
    /** Broadcast time of wire time 0, of now and of before the last jump. */
    private long base;

    private long baseBefore;

    /** What the clock knows of one track. */
    private static final class TrackClock {
        Unwrapper unwrapper = new Unwrapper(0);
        boolean started;
        long lastNanos;
        Instant lastArrival = Instant.EPOCH;
    }

    /**
     * A place on the timeline.
     *
     * @param nanos broadcast time
     * @param rebased whether the timeline was set anew here
     */
    public record Reading(long nanos, boolean rebased) {}

    /** Wire time in nanoseconds from an arbitrary zero: for looking ahead before {@link #start}. */
    public long unwrapVideo(WireTime time) {
        return unwrap(video, time);
    }

    public long unwrapAudio(WireTime time) {
        return unwrap(audio, time);
    }

    /** Begins: the moment that {@link #unwrapVideo} or {@link #unwrapAudio} gave as {@code first} is {@code offset}. */
    public void start(long first, long offset) {
        base = offset - first;
        baseBefore = base;
    }

    public Reading readVideo(long unwrapped, Instant arrival) {
        return read(video, unwrapped, arrival);
    }

    public Reading readAudio(long unwrapped, Instant arrival) {
        return read(audio, unwrapped, arrival);
    }

    private long unwrap(TrackClock track, WireTime time) {
        if (!track.started) {
            track.started = true;
            track.unwrapper = new Unwrapper(unread ? time.milliseconds() : newestMillis);
            unread = false;
        }
        newestMillis = track.unwrapper.unwrap(time.milliseconds());
        return newestMillis * ONE_MILLISECOND;
    }

    private Reading read(TrackClock track, long unwrapped, Instant arrival) {
        boolean first = track.lastArrival.equals(Instant.EPOCH);
        long nanos = base + unwrapped;
        boolean rebased = false;
        if (!first && !believable(track, nanos)) {
            if (believable(track, baseBefore + unwrapped)) {
                nanos = baseBefore + unwrapped;
            } else {
                nanos = track.lastNanos + gap(track, arrival);
                baseBefore = base;
                base = nanos - unwrapped;
                rebased = true;
            }
        }
        track.lastNanos = nanos;
        track.lastArrival = arrival;
        return new Reading(nanos, rebased);
    }

    private static boolean believable(TrackClock track, long nanos) {
        long step = nanos - track.lastNanos;
        return step >= -FURTHEST_BACK && step <= LONGEST_GAP;
    }

    private static long gap(TrackClock track, Instant arrival) {
        long nanos = Duration.between(track.lastArrival, arrival).toMillis() * ONE_MILLISECOND;
        return Math.clamp(nanos, ONE_MILLISECOND, LONGEST_GAP);
    }
}
