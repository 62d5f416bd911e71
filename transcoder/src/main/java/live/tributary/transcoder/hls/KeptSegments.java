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
import java.util.stream.Collectors;
import java.util.stream.Stream;

import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.WindowEntry.FrontMoved;
import live.tributary.transcoder.hls.WindowEntry.SegmentForgotten;

/**
 * The segments that still answer: the newest with their bytes in memory, the older ones in files. Segments leave the
 * playlists at the front only, and stay for a while after it. Pipeline thread only.
 */
final class KeptSegments {

    private final WindowOptions options;
    private final Ledger ledger;
    private final Deque<SegmentInProgress> near = new ArrayDeque<>();
    private final Deque<Segment> far = new ArrayDeque<>();
    private long front = Long.MIN_VALUE;

    KeptSegments(WindowOptions options, Ledger ledger) {
        this.options = options;
        this.ledger = ledger;
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
        var unlisted = 0;
        for (var oldestFirst = oldestFirst().iterator();
                oldestFirst.hasNext() && oldestFirst.next().head().msn() < front; ) {
            unlisted++;
        }
        return unlisted;
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
    }

    /** Lets go of what is too old. To be called when the newest segment was closed. */
    void evict(WindowTargets targets) {
        if (near.isEmpty()) {
            return;
        }
        moveFront(firstOfNewest(options.listed(targets)));
        moveFront(firstThatFits());
        keepComplete(targets);
        makeRoom(targets);
        store(targets);
        forget(targets);
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

    /** What the files do not hold is listed while memory does, and nothing before it longer. */
    private void keepComplete(WindowTargets targets) {
        var firstInMemory = firstOfNewest(options.memory(targets));
        moveFront(Math.min(ledger.store().incompleteUpTo(), firstInMemory - 1) + 1);
    }

    /** On a full disk the oldest segment goes first, and one more whenever another was added. */
    private void makeRoom(WindowTargets targets) {
        if (ledger.store().isShortOfSpace() && front < firstOfNewest(options.memory(targets))) {
            moveFront(Math.max(
                            front,
                            oldestFirst().findFirst().orElseThrow().head().msn())
                    + 1);
        }
    }

    /** Media of a segment that left the playlist must be there as long as a player may still ask for it. */
    private void store(WindowTargets targets) {
        var firstInMemory = firstOfNewest(options.memory(targets).plus(afterwards(targets)));
        while (near.getFirst().head().msn() < firstInMemory) {
            var oldest = near.removeFirst().snapshot();
            far.addLast(oldest.stored());
            oldest.release();
        }
    }

    private void forget(WindowTargets targets) {
        var unlisted =
                oldestFirst().filter(segment -> segment.head().msn() < front).toList();
        var filled = Duration.ZERO;
        for (var segment : unlisted.reversed()) {
            if (filled.compareTo(afterwards(targets)) >= 0 || isGone(segment)) {
                forget(segment.head().msn());
                break;
            }
            filled = filled.plus(segment.duration());
        }
    }

    private boolean isGone(Segment segment) {
        return segment.head().msn() < near.getFirst().head().msn()
                && segment.head().msn() <= ledger.store().incompleteUpTo();
    }

    /** Lets go of this segment and all before it. */
    private void forget(long upTo) {
        while (!far.isEmpty() && far.getFirst().head().msn() <= upTo) {
            ledger.note(new SegmentForgotten(far.removeFirst().head().msn()));
        }
        while (near.size() > 1 && near.getFirst().head().msn() <= upTo) {
            var oldest = near.removeFirst();
            ledger.note(new SegmentForgotten(oldest.head().msn()));
            oldest.snapshot().release();
        }
    }

    /** RFC 8216bis, 6.2.2; three target durations is what our own validator demands. */
    private static Duration afterwards(WindowTargets targets) {
        return targets.targetDuration().multipliedBy(3);
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
