// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.notices;

import java.time.Duration;

/** How far ahead somebody looks. */
public enum Ahead {
    HOURS(Duration.ofHours(6)),
    DAY(Duration.ofDays(1)),
    WEEK(Duration.ofDays(7));

    private final Duration time;

    Ahead(Duration time) {
        this.time = time;
    }

    Duration time() {
        return time;
    }
}
