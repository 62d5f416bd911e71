// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.removals;

import java.time.Duration;
import java.time.Instant;

/** For how long a team is not listed, as its removal says. A won appeal ends each of them. */
public enum Term {
    WEEK(Duration.ofDays(7)),
    MONTH(Duration.ofDays(30)),
    HALF_YEAR(Duration.ofDays(180)),
    /** Until an appeal is won. */
    OPEN(Duration.ZERO);

    private final Duration length;

    Term(Duration length) {
        this.length = length;
    }

    /** Whether somebody who was removed then may ask again now. */
    boolean isOver(Instant removedAt, Instant now) {
        return this != OPEN && !removedAt.plus(length).isAfter(now);
    }

    /** When it ends; of one that is {@link #OPEN}, when it began. */
    public Instant end(Instant removedAt) {
        return removedAt.plus(length);
    }
}
