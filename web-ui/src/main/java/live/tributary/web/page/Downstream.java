// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.net.URI;
import java.util.List;

/**
 * Ways from a viewer's page to other teams.
 *
 * @param offered whether the team offers its viewers a way when a stream ends
 * @param gid number of the team, by which a page knows where it was; empty where nobody can be carried
 * @param arrival where this viewer came from, if a raft brought them
 * @param live who is live while nobody of the team is: one who is near, and one who is not
 */
public record Downstream(boolean offered, String gid, Arrival arrival, List<RemoteLiveCard> live) {

    /** Of a node that takes no part in hand-offs. */
    public static final Downstream NONE = new Downstream(false, "", new Arrival.Usual(), List.of());

    public Downstream {
        live = List.copyOf(live);
    }

    /** How a viewer came. */
    public sealed interface Arrival {

        /** Like anybody. */
        record Usual() implements Arrival {}

        /**
         * With a raft.
         *
         * @param team name of the team they come from
         * @param back where they find it again
         * @param pausing whether it goes on there later
         */
        record Floated(String team, URI back, boolean pausing) implements Arrival {}
    }
}
