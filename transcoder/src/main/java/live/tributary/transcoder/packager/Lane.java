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
        if (segmentEmpty) {
            segmentStart = fragment.samples().getFirst().decodeTime();
            segmentEmpty = false;
        }
        segmentBytes += fragment.size();
        try (var part = writer.newPart(fragment.size())) {
            fragment.write(part.bytes());
            writer.addPart(rendition, part, duration(fragment.duration()), fragment.independent());
        }
    }

    void beginSegment() {
        segmentEmpty = true;
        segmentBytes = 0;
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
