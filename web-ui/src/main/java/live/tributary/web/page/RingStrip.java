// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.time.Instant;
import java.util.List;

/**
 * A ring that a team is in, on the team's own pages: who is in it, in ring order, who is live, and the way on. All of its links
 * work without a script.
 *
 * @param path of the ring's page on this node
 * @param from address of the team whose page it is on: the way is counted from there
 * @param stops its members
 */
public record RingStrip(
        String name, String path, String from, int live, List<RingStop> stops, Onward next, Onward previous) {

    public RingStrip {
        stops = List.copyOf(stops);
    }

    /** Who comes next. */
    public sealed interface Onward {

        /**
         * Somebody who is live.
         *
         * @param title may be empty
         * @param language by name; may be empty
         */
        record Live(String name, String title, Instant since, String language) implements Onward {}

        /** Somebody who is not. */
        record Quiet(String name) implements Onward {}

        /** There is nobody else. */
        record Nobody() implements Onward {}
    }
}
