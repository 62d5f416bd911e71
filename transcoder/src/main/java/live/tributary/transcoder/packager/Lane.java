// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.hls.WindowWriter;
import live.tributary.transcoder.media.Ticks;
import live.tributary.transcoder.mp4.Fragment;
import live.tributary.transcoder.mp4.Sample;
import live.tributary.transcoder.mp4.TrackId;

/** The samples of one track that wait for their part, and where the track stands. */
final class Lane {

    private final WindowWriter writer;
    private final RenditionName rendition;
    private final TrackId track;
    private final List<Sample> waiting = new ArrayList<>();
    private int rate;
    private int sequence;
    private long end;
    private long segmentStart;
    private long segmentFrom = Long.MAX_VALUE;
    private long mostInPart;
    /** Up to where the parts and segments were said to reach so far. */
    private long told = Long.MIN_VALUE;

    private boolean segmentEmpty = true;
    private long segmentBytes;

    Lane(WindowWriter writer, RenditionName rendition, TrackId track, int rate) {
        this.writer = writer;
        this.rendition = rendition;
        this.track = track;
        this.rate = rate;
    }

    /** Another clock counts from here on; what waits was measured with the old one and is gone. */
    void useRate(int perSecond) {
        if (perSecond == rate) {
            return;
        }
        waiting.clear();
        end = new Ticks(end, rate).rescale(perSecond).count();
        told = Long.MIN_VALUE;
        rate = perSecond;
    }

    void add(Sample sample) {
        waiting.add(sample);
        end = sample.end();
    }

    /** Throws away what waits and begins earlier than {@code earliest}; says how much it was. */
    int dropBefore(long earliest) {
        int before = waiting.size();
        waiting.removeIf(sample -> sample.decodeTime() < earliest);
        return before - waiting.size();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Where the next part begins, if a sample waits. */
    long start() {
        return waiting.isEmpty() ? end : waiting.getFirst().decodeTime();
    }

    /** Where the newest sample ends, waiting or written. */
    long end() {
        return end;
    }

    Ticks endTicks() {
        return new Ticks(end, rate);
    }

    /**
     * How many of the waiting samples begin before {@code boundary} and last no longer than {@code most} together. A
     * fragment states only where it begins, so it ends at a hole.
     */
    int countBefore(long boundary, long most) {
        int count = 0;
        long next = start();
        while (count < waiting.size()
                && waiting.get(count).decodeTime() == next
                && next < boundary
                && waiting.get(count).end() - start() <= most) {
            next = waiting.get(count++).end();
        }
        // A single sample longer than a part may be is a part nevertheless.
        return count == 0 && !waiting.isEmpty() && start() < boundary ? 1 : count;
    }

    /** Takes all that waits, unwritten. */
    List<Sample> takeAll() {
        var taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }

    /** How much waits. */
    Duration waiting() {
        return duration(waitingBefore(Long.MAX_VALUE));
    }

    /** How much waits before {@code boundary}. */
    long waitingBefore(long boundary) {
        long waits = 0;
        for (var sample : waiting) {
            waits += sample.decodeTime() < boundary ? sample.duration() : 0;
        }
        return waits;
    }

    /** How many were written. */
    int parts() {
        return sequence;
    }

    void writeAll() {
        write(waiting.size());
    }

    /** Writes the first of the waiting samples as one part. */
    void write(int count) {
        if (count == 0) {
            return;
        }
        var samples = waiting.subList(0, count);
        var fragment = new Fragment(track, ++sequence, List.copyOf(samples));
        samples.clear();
        long hole = segmentEmpty ? enterSegment(fragment) : 0;
        segmentBytes += fragment.size();
        told = fragment.samples().getLast().end();
        try (var part = writer.newPart(fragment.size())) {
            fragment.write(part.bytes());
            writer.addPart(rendition, part, duration(hole + fragment.duration()), fragment.independent());
        }
    }

    /** Says how much of a hole before it the part counts as its own. */
    private long enterSegment(Fragment first) {
        long begins = first.samples().getFirst().decodeTime();
        long hole = begins - Math.min(begins, Math.max(segmentFrom, told));
        segmentStart = begins - hole;
        segmentEmpty = false;
        return Math.min(hole, Math.max(0, mostInPart - first.duration()));
    }

    /** A segment begins with the next sample. */
    void beginSegment() {
        beginSegment(Long.MAX_VALUE, 0);
    }

    /**
     * A segment begins at {@code from}. What goes on from the segment before may begin a little later; what begins there late,
     * as sound does beside reordered pictures, has a hole that belongs to the segment, or its clock would run before the
     * picture's.
     *
     * @param most how long a part may be
     */
    void beginSegment(long from, long most) {
        segmentEmpty = true;
        segmentBytes = 0;
        segmentFrom = from;
        mostInPart = most;
    }

    /**
     * The segment ends where the next sample waits. Where there is a hole before that one, it ends at {@code boundary}: the
     * rest of the hole is in the length of the next segment, which begins there.
     *
     * @return from its first sample to there, holes included; zero when it holds nothing
     */
    Duration endSegment(long boundary) {
        if (!segmentEmpty) {
            told = Math.min(start(), Math.max(told, boundary));
        }
        return segmentDuration(told);
    }

    /** From the first sample of the segment to {@code to}, holes included; zero when it holds nothing. */
    Duration segmentDuration(long to) {
        return segmentEmpty ? Duration.ZERO : duration(to - segmentStart);
    }

    int segmentBitsPerSecond() {
        long millis = Math.max(1, segmentDuration(start()).toMillis());
        return (int) Math.min(Integer.MAX_VALUE, segmentBytes * 8 * 1000 / millis);
    }

    Duration duration(long ticks) {
        return new Ticks(ticks, rate).toDuration();
    }
}
