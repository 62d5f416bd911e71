// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import live.tributary.federation.http.Origins;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.following.LiveElsewhere;
import live.tributary.node.rings.RingStretch.OnAir;
import live.tributary.node.roster.Roster;

/** Who is on air of the teams of this node, and of those elsewhere who are in a ring with them. Asks the database. */
final class Lookaround implements Supplier<Map<URI, OnAir>> {

    private final OwnTeams own;
    private final Roster roster;
    private final LiveElsewhere elsewhere;
    private final Addresses addresses;

    Lookaround(OwnTeams own, Roster roster, LiveElsewhere elsewhere, Addresses addresses) {
        this.own = own;
        this.roster = roster;
        this.elsewhere = elsewhere;
        this.addresses = addresses;
    }

    @Override
    public Map<URI, OnAir> get() {
        var all = new HashMap<URI, OnAir>();
        elsewhere.forRings().forEach(stream -> {
            var team = stream.team().id();
            // Nobody is sent to a third server by a broadcast.
            if (Origins.same(team, stream.page())) {
                all.put(team, new OnAir.Live(stream.title(), stream.page(), stream.since(), stream.fresh()));
            }
        });
        roster.live()
                .forEach(live -> all.putIfAbsent(
                        own.address(live.seat().team().id()),
                        new OnAir.Live(live.title(), addresses.page(live.seat().path()), live.since(), true)));
        return Map.copyOf(all);
    }
}
