// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import live.tributary.node.directory.LiveBoard;
import live.tributary.node.fairturn.Minute;
import live.tributary.node.lookout.Lookout;
import live.tributary.node.recount.SnapshotJson;

/** Writes the snapshot of each minute soon after it begins, and lets old ones go. */
final class MinuteWorker extends Lookout {

    /** After a start it is waited for so long for the first probes to end: some servers do not answer. */
    static final Duration LONGEST_START = Duration.ofMinutes(1);

    private final Books books;
    private final Recent recent;
    private final SnapshotStore snapshots;
    private final Retention retention;
    private final LiveBoard board;
    private final InstantSource clock;
    private final long startedAt = System.nanoTime();

    /** Of the looking thread only. */
    private Instant nextCleaning = Instant.EPOCH;

    MinuteWorker(
            Books books,
            Recent recent,
            SnapshotStore snapshots,
            Retention retention,
            LiveBoard board,
            InstantSource clock) {
        super("ledger");
        this.books = books;
        this.recent = recent;
        this.snapshots = snapshots;
        this.retention = retention;
        this.board = board;
        this.clock = clock;
    }

    @Override
    protected void look() {
        var now = clock.instant();
        if (!isTooEarly()) {
            write(Minute.of(now));
        }
        if (!now.isBefore(nextCleaning)) {
            nextCleaning = now.plus(1, ChronoUnit.HOURS);
            retention.clean(now);
        }
    }

    /** A snapshot that is made before anybody was looked at would say, signed, that nobody is live. */
    private boolean isTooEarly() {
        return recent.newest().isEmpty()
                && !board.isComplete()
                && System.nanoTime() - startedAt < LONGEST_START.toNanos();
    }

    /** Never a second one of a minute, also after a restart, and none of the past where the clock was set back. */
    private void write(Minute minute) {
        var last = snapshots.last();
        if (last.isEmpty() || last.get().minute().compareTo(minute) < 0) {
            var before = recent.newest().map(kept -> kept.snapshot().lines()).orElse(List.of());
            recent.add(books.close(minute, before));
        } else if (recent.newest().isEmpty()) {
            snapshots
                    .find(last.get().minute())
                    .ifPresent(document ->
                            recent.add(new Kept(SnapshotJson.read(document.content()), document, Map.of())));
        }
    }
}
