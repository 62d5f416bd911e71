// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import live.tributary.federation.vocab.RingStop;
import live.tributary.node.fediverse.ActorLookup;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.LocalActor;
import live.tributary.node.fediverse.TeamListings;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.team.Teams;

/**
 * The teams of this node, as rings name them. The address of a team never changes, so that each is asked for once: pages ask for
 * them all the time. Any thread that may block.
 */
final class OwnTeams {

    private final Actors actors;
    private final Addresses addresses;
    private final Teams teams;
    private final TeamListings listings;
    /** One entry a team of this node. */
    private final ConcurrentHashMap<TeamId, LocalActor.Group> groups = new ConcurrentHashMap<>();

    private final ConcurrentHashMap<URI, TeamId> byAddress = new ConcurrentHashMap<>();

    OwnTeams(Actors actors, Addresses addresses, Teams teams, TeamListings listings) {
        this.actors = actors;
        this.addresses = addresses;
        this.teams = teams;
        this.listings = listings;
    }

    LocalActor.Group group(TeamId team) {
        return groups.computeIfAbsent(
                team, id -> actors.group(id).orElseThrow(() -> new IllegalStateException("no Group of " + id)));
    }

    URI address(TeamId team) {
        return addresses.of(group(team));
    }

    /** Whose address it is; empty where it is none of a team of this node. */
    Optional<TeamId> team(URI address) {
        return Optional.ofNullable(byAddress.get(address)).or(() -> {
            var found = find(address);
            found.ifPresent(team -> byAddress.put(address, team));
            return found;
        });
    }

    private Optional<TeamId> find(URI address) {
        return addresses
                .actor(address)
                .map(actors::find)
                .flatMap(found -> found instanceof ActorLookup.Known(LocalActor.Group(var _, var _, var team, var _))
                        ? Optional.of(team)
                        : Optional.empty());
    }

    /** The actor of a ring that this node hosts. */
    Optional<LocalActor.Ring> ring(URI address) {
        return addresses
                .actor(address)
                .map(actors::find)
                .flatMap(found -> found instanceof ActorLookup.Known(LocalActor.Ring ring)
                        ? Optional.of(ring)
                        : Optional.empty());
    }

    RingMember member(TeamId id) {
        var group = group(id);
        var team = teams.find(id).orElseThrow();
        return new RingMember(
                new RingStop.Team(addresses.of(group)),
                team.name().value(),
                addresses.page("/@" + team.handle()),
                addresses.under(group).inbox(),
                listings.of(id).languages(),
                true,
                Set.of());
    }
}
