// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import live.tributary.node.fairturn.Entitlement;
import live.tributary.node.fairturn.Exposure;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.fairturn.GroupLine;
import live.tributary.node.fairturn.Hash;
import live.tributary.node.fairturn.Minute;
import live.tributary.node.fairturn.NewcomerCaps;
import live.tributary.node.fairturn.PoolLine;
import live.tributary.node.fairturn.Snapshot;
import live.tributary.node.fairturn.Turn;

/** The books of the simulated directory (section 3), made of the program's sums: what was served under a snapshot, and what
 *  that makes of everybody's turn in the next. */
final class Books {

    private final Map<Key, Row> rows = new HashMap<>();
    private final Map<String, Map<List<String>, Double>> handedOut = new HashMap<>();
    private List<GroupLine> live = List.of();

    /** Notes one card.
     *  @param hidden the labels that the visitor did not want to see, sorted */
    void serve(Gid gid, String pool, int position, List<String> hidden) {
        double exposure = Exposure.at(position);
        row(gid, pool).received += exposure;
        handedOut.computeIfAbsent(pool, _ -> new HashMap<>()).merge(hidden, exposure, Double::sum);
    }

    /** Ends what was served under the snapshot before, and weighs who is live now. */
    Closing close(Minute minute, List<Weighed> nowLive) {
        handedOut.forEach((pool, exposure) ->
                Entitlement.of(pool, exposure, live).forEach((gid, due) -> row(gid, pool).due += due));
        handedOut.clear();
        var bookings = new ArrayList<Booking>();
        rows.forEach((key, row) -> {
            if (row.received > 0 || row.due > 0) {
                bookings.add(row.book(key, minute));
            }
        });
        var caps = NewcomerCaps.of(nowLive.stream()
                .map(group -> new NewcomerCaps.Member(group.vouched(), group.languages(), group.allowance()))
                .toList());
        var lines = nowLive.stream().map(group -> line(group, caps, minute)).toList();
        var snapshot = new Snapshot(minute, Hash.NONE, Hash.NONE, Hash.NONE, caps.inForce(), lines);
        live = snapshot.lines();
        return new Closing(snapshot, bookings);
    }

    /** A new snapshot, and what to store of the time before it. */
    record Closing(Snapshot snapshot, List<Booking> bookings) {

        Closing {
            bookings = List.copyOf(bookings);
        }
    }

    private GroupLine line(Weighed group, NewcomerCaps caps, Minute minute) {
        var pools = group.languages().stream()
                .map(pool -> PoolLine.of(
                        pool,
                        group.allowance() * caps.of(group.vouched(), pool),
                        row(group.gid(), pool).turnAt(minute).correction()))
                .toList();
        return new GroupLine(group.gid(), group.hands(), group.vouched(), pools, group.tags(), group.labels());
    }

    private Row row(Gid gid, String pool) {
        return rows.computeIfAbsent(new Key(gid, pool), _ -> new Row(Clock.minute(0)));
    }

    private record Key(Gid gid, String pool) {}

    /** A turn as it was at some minute, and what came since the last snapshot. */
    private static final class Row {

        private Turn turn = Turn.NEW;
        private Minute at;
        private double received;
        private double due;

        Row(Minute at) {
            this.at = at;
        }

        Turn turnAt(Minute minute) {
            turn = turn.after(Duration.between(at.start(), minute.start()));
            at = minute;
            return turn;
        }

        Booking book(Key key, Minute minute) {
            turn = turnAt(minute).plusReceived(received).plusDue(due);
            var booking = new Booking(key.gid(), key.pool(), due);
            received = 0;
            due = 0;
            return booking;
        }
    }
}
