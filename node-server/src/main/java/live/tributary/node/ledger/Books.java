// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.ledger;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.directory.Directory;
import live.tributary.node.directory.LiveBoard;
import live.tributary.node.directory.LiveGroup;
import live.tributary.node.fairturn.Entitlement;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.fairturn.GroupLine;
import live.tributary.node.fairturn.Hash;
import live.tributary.node.fairturn.Minute;
import live.tributary.node.fairturn.Snapshot;
import live.tributary.node.fairturn.Turn;
import live.tributary.node.recount.SnapshotJson;
import live.tributary.node.vouches.Vouches;

/** Closes a minute: counts what was shown and earned in it, and writes the next snapshot, all of it or nothing. One thread. */
final class Books {

    private final Directory directory;
    private final LiveBoard board;
    private final Vouches vouches;
    private final MinuteCount count;
    private final Seal seal;
    private final DayKeys keys;
    private final SnapshotStore snapshots;
    private final TurnStore turns;
    private final LiveHourStore hours;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    Books(
            Directory directory,
            LiveBoard board,
            Vouches vouches,
            MinuteCount count,
            Seal seal,
            DayKeys keys,
            SnapshotStore snapshots,
            TurnStore turns,
            LiveHourStore hours,
            TransactionOperations transactions,
            InstantSource clock) {
        this.directory = directory;
        this.board = board;
        this.vouches = vouches;
        this.count = count;
        this.seal = seal;
        this.keys = keys;
        this.snapshots = snapshots;
        this.turns = turns;
        this.hours = hours;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Writes the snapshot of a minute that has none.
     *
     * @param before who was live since the former one
     */
    Kept close(Minute minute, List<GroupLine> before) {
        // Before the transaction: what a snapshot commits to is there whatever becomes of the snapshot.
        keys.make(minute.day());
        keys.make(minute.day().plusDays(1));
        var live = new GroupNumbers(directory.listed().values()).live(board.live());
        var taken = count.take();
        try {
            return transactions.execute(_ -> {
                earn(minute, taken, before, live);
                return write(minute, live);
            });
        } catch (RuntimeException notWritten) {
            count.putBack(taken);
            throw notWritten;
        }
    }

    /** In the minute that is over, and from those who were live in it. */
    private void earn(Minute minute, MinuteCount.Taken taken, List<GroupLine> before, Map<Gid, LiveGroup> live) {
        var added = new HashMap<PoolGid, Turn>();
        taken.received().forEach((place, worth) -> added.merge(place, new Turn(worth, 0), Books::sum));
        taken.handedOut()
                .forEach((pool, handedOut) -> Entitlement.of(pool, handedOut, before)
                        .forEach((gid, due) -> added.merge(new PoolGid(pool, gid), new Turn(0, due), Books::sum)));
        var known =
                turns.of(added.keySet().stream().map(PoolGid::gid).distinct().toList());
        var now = clock.instant();
        var after = new HashMap<PoolGid, Turn>();
        added.forEach((place, more) -> after.put(place, sum(Weighing.now(known, place, now), more)));
        turns.put(after, now);
        turns.addToDay(minute.day(), added, places(live));
        hours.add(live.keySet(), minute.start());
    }

    private Kept write(Minute minute, Map<Gid, LiveGroup> live) {
        // Of all who are listed: the hours of who sleeps count.
        var reach = vouches.reach(directory.listed().values(), live.values());
        var secrets = keys.of(minute.day());
        var shared = new SharedHours(reach.hands(), hours.all(minute.start()));
        var weighing = new Weighing(Entrant.all(live), reach, shared, turns.of(live.keySet()), clock.instant());
        var snapshot = new Snapshot(
                minute,
                snapshots.last().map(SnapshotStore.Link::hash).orElse(Hash.NONE),
                secrets.key().commitment(),
                keys.commitment(minute.day().plusDays(1)),
                weighing.newcomerCaps(),
                weighing.lines(secrets.handsSalt()));
        var signed = seal.sign(SnapshotJson.write(snapshot));
        snapshots.add(minute, signed);
        return new Kept(snapshot, signed, live);
    }

    private static Set<PoolGid> places(Map<Gid, LiveGroup> live) {
        return live.entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().languages().stream().distinct().map(pool -> new PoolGid(pool, entry.getKey())))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Turn sum(Turn one, Turn other) {
        return new Turn(one.received() + other.received(), one.due() + other.due());
    }
}
