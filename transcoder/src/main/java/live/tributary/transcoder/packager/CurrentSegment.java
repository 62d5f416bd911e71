// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.hls.WindowWriter;
import live.tributary.transcoder.media.Ticks;
import live.tributary.transcoder.timeline.ProgramClock;

/** The segment that grows in all renditions at once, and whether the next one is another piece of time. */
final class CurrentSegment {

    private final WindowWriter writer;
    private final ProgramClock dates;
    private final Tally tally;
    private final KeyFrameRhythm rhythm;
    private final Duration longest;
    private final Rungs rungs;
    private Ticks start = new Ticks(0, Ticks.VIDEO_RATE);
    private boolean open;
    private boolean torn;
    private long turns;

    CurrentSegment(WindowWriter writer, Targets targets, ProgramClock dates, Tally tally, Rungs rungs) {
        this.writer = writer;
        this.rungs = rungs;
        this.dates = dates;
        this.tally = tally;
        this.rhythm = new KeyFrameRhythm(targets);
        this.longest = targets.longestSegment();
    }

    boolean isOpen() {
        return open;
    }

    Ticks start() {
        return start;
    }

    KeyFrameRhythm rhythm() {
        return rhythm;
    }

    /** How often one was opened or closed. */
    long turns() {
        return turns;
    }

    /** The next segment from which decoding may begin is told to be another piece of time. */
    void tear() {
        torn = true;
    }

    /** Whether another piece of time waits to begin. */
    boolean isTorn() {
        return torn;
    }

    /**
     * Opens the next one.
     *
     * @param fresh whether decoding may begin here; where not, another piece of time has to wait
     */
    void open(Ticks at, boolean fresh) {
        boolean discontinuity = fresh && torn;
        writer.openSegment(dates.dateOf(at.toNanos()), discontinuity);
        rungs.segmentOpened(at);
        rhythm.segmentBegins(at.toNanos());
        tally.discontinuities += discontinuity ? 1 : 0;
        torn &= !discontinuity;
        start = at;
        open = true;
        turns++;
    }

    /** Closes it. A hole before the next one counts to it, but {@code EXTINF} must round to the target at most. */
    void close(Map<RenditionName, Duration> durations) {
        writer.closeSegment(durations.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> capped(entry.getValue()))));
        rungs.segmentClosed(capped(longest(durations)));
        open = false;
        turns++;
    }

    /** The picture's where there is one. */
    private static Duration longest(Map<RenditionName, Duration> durations) {
        return Optional.ofNullable(durations.get(RenditionName.SOURCE))
                .orElseGet(() ->
                        durations.values().stream().max(Duration::compareTo).orElse(Duration.ZERO));
    }

    private Duration capped(Duration length) {
        return length.compareTo(longest) > 0 ? longest : length;
    }
}
