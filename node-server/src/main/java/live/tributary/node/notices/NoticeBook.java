// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.notices;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import live.tributary.federation.vocab.OpenSeat;
import live.tributary.node.notices.StartStore.Start;

/** All that teams announce for later, in memory: each page asks. What changes it goes to the database first. Any thread. */
final class NoticeBook {

    private final StartStore starts;
    private final SeatStore seats;
    private final InstantSource clock;

    private volatile @Nullable Known known;

    NoticeBook(StartStore starts, SeatStore seats, InstantSource clock) {
        this.starts = starts;
        this.seats = seats;
        this.clock = clock;
    }

    /**
     * What was to come when it was read.
     *
     * @param starts by team, the next first
     * @param seats by team, in its order
     */
    private record Known(Map<URI, List<Start>> starts, Map<URI, List<OpenSeat>> seats) {}

    /** The next start of each team, within that time. */
    Map<URI, Start> next(Instant after, Instant until) {
        var next = new HashMap<URI, Start>();
        known().starts()
                .forEach((team, all) -> all.stream()
                        .filter(start ->
                                start.at().isAfter(after) && !start.at().isAfter(until))
                        .findFirst()
                        .ifPresent(start -> next.put(team, start)));
        return next;
    }

    /** By team, those that are still looked for, in the order of the team. */
    Map<URI, List<OpenSeat>> open(Instant now) {
        var open = new HashMap<URI, List<OpenSeat>>();
        known().seats().forEach((team, all) -> {
            var left = all.stream().filter(seat -> seat.expires().isAfter(now)).toList();
            if (!left.isEmpty()) {
                open.put(team, left);
            }
        });
        return open;
    }

    /** Something else is announced: to be called after the transaction that says so. */
    synchronized void forget() {
        known = null;
    }

    private Known known() {
        var now = known;
        return now != null ? now : load();
    }

    /** Who has read before a change has kept it before the change is forgotten, and not after. */
    private synchronized Known load() {
        var now = clock.instant();
        var loaded = new Known(starts.upcoming(now), seats.open(now));
        known = loaded;
        return loaded;
    }
}
