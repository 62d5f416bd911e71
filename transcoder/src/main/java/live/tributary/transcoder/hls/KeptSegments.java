// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.WindowEntry.FrontMoved;
import live.tributary.transcoder.hls.WindowEntry.SegmentForgotten;

/**
 * The segments that still answer: the newest with their bytes in memory, the older ones in files. Segments leave the
 * playlists at the front only, and stay for a while after it. One thread at a time.
 */
final class KeptSegments {

    private final WindowOptions options;
    private final WindowMemory memory;
    private final Ledger ledger;
    private final Deque<SegmentInProgress> near = new ArrayDeque<>();
    private final Deque<Segment> far = new ArrayDeque<>();
    private final Departures unlisted;
    private final Departures old;
    private Duration longestList = Duration.ZERO;
    private long front = Long.MIN_VALUE;
    private long losses;

    KeptSegments(WindowOptions options, WindowMemory memory, Ledger ledger, LongSupplier nanoTime) {
        this.options = options;
        this.memory = memory;
        this.ledger = ledger;
        this.unlisted = new Departures(nanoTime);
        this.old = new Departures(nanoTime);
    }

    void add(SegmentInProgress segment) {
        near.addLast(segment);
    }

    /** One of which only files hold the bytes, older than all in memory. */
    void addStored(Segment segment) {
        far.addLast(segment);
    }

    /** The segments in memory. */
    Deque<SegmentInProgress> near() {
        return near;
    }

    /** The oldest segment that still takes parts of a playlist. */
    Optional<SegmentInProgress> firstOpen(PlaylistName playlist) {
        return near.stream()
                .filter(segment -> segment.openTrack(playlist).isPresent())
                .findFirst();
    }

    List<Segment> all() {
        var all = new ArrayList<>(far);
        near.forEach(segment -> all.add(segment.snapshot()));
        return all;
    }

    /** How many of {@link #all} left the playlists. */
    int unlisted() {
        var all = far.size() + near.size();
        return all == 0 ? 0 : Math.clamp(Math.max(front, firstMsn()) - firstMsn(), 0, all);
    }

    private long firstMsn() {
        return far.isEmpty()
                ? near.getFirst().head().msn()
                : far.getFirst().head().msn();
    }

    Set<InitSegment> inits() {
        return oldestFirst()
                .flatMap(segment -> segment.tracks().values().stream())
                .flatMap(track -> track.init().stream())
                .collect(Collectors.toSet());
    }

    /** Playlists began there before the node died. */
    void restoreFront(long msn) {
        front = msn;
        noteUnlisted();
    }

    /** Lets go of what is too old. To be called when the newest segment was closed. */
    void evict(WindowTargets targets) {
        if (near.isEmpty()) {
            return;
        }
        moveFront(firstOfNewest(options.listed(targets)));
        moveFront(firstThatFits());
        makeRoom(targets);
        // Asked once: what is announced as a gap leaves the playlists with the same step.
        var memorySpan = memory.isShort() ? options.shortMemory(targets) : options.memory(targets);
        age(memorySpan);
        store(targets);
        leaveGapsBehind(memorySpan);
        noteUnlisted();
        forget(targets);
        longestList = longer(longestList, listedTime());
    }

    private void moveFront(long msn) {
        if (msn > front) {
            front = msn;
            ledger.note(new FrontMoved(msn));
        }
    }

    /** Of the newest segments that fill {@code time}, the number of the first. */
    private long firstOfNewest(Duration time) {
        var filled = Duration.ZERO;
        var first = Long.MAX_VALUE;
        for (var newestFirst = newestFirst(); newestFirst.hasNext() && filled.compareTo(time) < 0; ) {
            var segment = newestFirst.next();
            filled = filled.plus(segment.duration());
            first = segment.head().msn();
        }
        return first;
    }

    private long firstThatFits() {
        var bytes = 0L;
        var first = Long.MIN_VALUE;
        for (var newestFirst = newestFirst(); newestFirst.hasNext(); ) {
            var segment = newestFirst.next();
            bytes += segment.bytes();
            if (bytes > options.mostBytes()) {
                break;
            }
            first = segment.head().msn();
        }
        return first;
    }

    /** On a full disk the oldest segment goes first, and one more whenever another was added. */
    private void makeRoom(WindowTargets targets) {
        if (ledger.store().isShortOfSpace() && front < firstOfNewest(options.memory(targets))) {
            moveFront(Math.max(front, firstMsn()) + 1);
        }
    }

    /** What will leave the memory soon, and is in no file then, is not listed as if it were. */
    private void age(Duration memorySpan) {
        var firstOfMemory = firstOfNewest(memorySpan);
        for (var segment : near) {
            if (segment.head().msn() >= firstOfMemory || !segment.isComplete()) {
                break;
            }
            old.left(segment.head().msn());
            segment.announceGaps(ledger.store()::holds);
        }
    }

    /**
     * Media that was listed must be there as long as a player may still ask for it. A segment that is still made stays,
     * however old: its encoder would write the rest of it into another one.
     */
    private void store(WindowTargets targets) {
        var firstByMedia = firstOfNewest(options.memory(targets).plus(afterwards(targets)));
        while (near.size() > 1 && near.getFirst().isComplete()) {
            var msn = near.getFirst().head().msn();
            var isTooMuch = memory.isShort() && msn < firstByMedia;
            var afterwards = afterwards(near.getFirst().snapshot(), targets);
            if (old.since(msn).compareTo(afterwards) < 0 && !isTooMuch) {
                break;
            }
            var oldest = near.removeFirst().snapshot();
            far.addLast(oldest.stored(ledger.store()::holds));
            oldest.release();
            old.forget(msn);
        }
        if (losses != ledger.store().losses()) {
            losses = ledger.store().losses();
            var now = far.stream()
                    .map(segment -> segment.stored(ledger.store()::holds))
                    .toList();
            far.clear();
            far.addAll(now);
        }
    }

    /** Parts answer for three target durations more; what is in no file, as long as a playlist of what is in memory. */
    private Duration afterwards(Segment segment, WindowTargets targets) {
        return segment.isWhole(ledger.store()::holds)
                ? afterwards(targets)
                : longer(afterwards(targets), segment.duration().plus(options.memory(targets)));
    }

    /** Playlists do not begin with what cannot be fetched, or soon cannot. */
    private void leaveGapsBehind(Duration memorySpan) {
        var firstOfMemory = firstOfNewest(memorySpan);
        oldestFirst()
                .filter(segment -> segment.head().msn() >= front)
                .takeWhile(segment -> segment.head().msn() < firstOfMemory)
                .takeWhile(segment -> segment.isLost(ledger.store()::holds))
                .forEach(segment -> moveFront(segment.head().msn() + 1));
    }

    private void noteUnlisted() {
        oldestFirst()
                .takeWhile(segment -> segment.head().msn() < front)
                .forEach(segment -> unlisted.left(segment.head().msn()));
    }

    private Duration listedTime() {
        return oldestFirst()
                .filter(segment -> segment.head().msn() >= front)
                .map(Segment::duration)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private void forget(WindowTargets targets) {
        var bytes = oldestFirst().mapToLong(Segment::bytes).sum();
        while (!far.isEmpty() && mayGo(far.getFirst(), bytes, targets)) {
            var oldest = far.removeFirst();
            bytes -= oldest.bytes();
            unlisted.forget(oldest.head().msn());
            ledger.note(new SegmentForgotten(oldest.head().msn()));
        }
    }

    /**
     * RFC 8216bis, 6.2.2: its own duration and that of the longest playlist that listed it. Where room on disk is short,
     * three target durations, which is what our own validator demands.
     */
    private boolean mayGo(Segment segment, long bytes, WindowTargets targets) {
        if (segment.head().msn() >= front) {
            return false;
        }
        var since = unlisted.since(segment.head().msn());
        var isTight = bytes > options.mostBytes() || ledger.store().isShortOfSpace();
        return segment.isGap()
                || since.compareTo(segment.duration().plus(longestList)) >= 0
                || (isTight && since.compareTo(afterwards(targets)) >= 0);
    }

    private static Duration afterwards(WindowTargets targets) {
        return targets.targetDuration().multipliedBy(3);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private Stream<Segment> oldestFirst() {
        return Stream.concat(far.stream(), near.stream().map(SegmentInProgress::snapshot));
    }

    private Iterator<Segment> newestFirst() {
        return Stream.concat(near.reversed().stream().map(SegmentInProgress::snapshot), far.reversed().stream())
                .iterator();
    }

    void release() {
        near.forEach(segment -> segment.snapshot().release());
        near.clear();
        far.clear();
    }
}
