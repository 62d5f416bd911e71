// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.Optional;

import live.tributary.node.kernel.Handle;
import live.tributary.node.roster.Roster;
import live.tributary.node.roster.Seat;

/** Seats by their address, as strangers write it. */
final class Seats {

    private Seats() {}

    static Optional<Seat> find(Roster roster, String team, String member) {
        return Handle.parse(team)
                .flatMap(teamHandle -> Handle.parse(member).flatMap(handle -> roster.find(teamHandle, handle)));
    }
}
