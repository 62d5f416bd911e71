// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import live.tributary.node.fairturn.Minute;

/** The snapshots that pages are drawn from: who looks around stays on one for a while. Written by one thread, read by any. */
final class Recent {

    /** How long somebody may stay on a snapshot. */
    static final Duration STAY = Duration.ofMinutes(10);

    /** The newest first. */
    private volatile List<Kept> kept = List.of();

    void add(Kept newest) {
        var oldest = newest.snapshot().minute().start().minus(STAY);
        kept = Stream.concat(Stream.of(newest), kept.stream())
                .filter(one -> !one.snapshot().minute().start().isBefore(oldest))
                .toList();
    }

    /** Empty until the first minute after a start. */
    Optional<Kept> newest() {
        return kept.stream().findFirst();
    }

    Optional<Kept> find(Minute minute) {
        return kept.stream()
                .filter(one -> one.snapshot().minute().equals(minute))
                .findFirst();
    }
}
