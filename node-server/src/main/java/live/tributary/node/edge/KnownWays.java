// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.List;

import live.tributary.federation.vocab.HandoffKind;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.gate.Visitor;
import live.tributary.node.inbox.People;
import live.tributary.node.roster.Seat;
import live.tributary.node.team.Team;
import live.tributary.node.travel.Arrived;
import live.tributary.node.travel.Hosting;
import live.tributary.node.travel.OffAir;
import live.tributary.node.travel.Prospect;
import live.tributary.node.travel.WhenEnding;
import live.tributary.web.page.Downstream;
import live.tributary.web.page.Downstream.Arrival;
import live.tributary.web.page.RemoteLiveCard;
import live.tributary.web.page.RemotePerson;

/** Ways to other teams, of a node whose teams carry viewers on. */
final class KnownWays implements Ways {

    private final Hosting hosting;
    private final OffAir offAir;
    private final People people;
    private final Actors actors;
    private final Addresses addresses;

    KnownWays(Hosting hosting, OffAir offAir, People people, Actors actors, Addresses addresses) {
        this.hosting = hosting;
        this.offAir = offAir;
        this.people = people;
        this.actors = actors;
        this.addresses = addresses;
    }

    @Override
    public List<RemoteLiveCard> offAir(Team team) {
        return offAir.of(team.id()).stream().map(this::card).toList();
    }

    @Override
    public Downstream of(Seat seat, boolean onAir, String ticket, Visitor visitor) {
        var team = seat.team();
        var offers = !(hosting.policy(team.id()).whenEnding() instanceof WhenEnding.Nobody);
        var arrival = ticket.isEmpty()
                ? new Arrival.Usual()
                : hosting.arrive(visitor.actor(), seat.channel().id(), ticket)
                        .<Arrival>map(KnownWays::floated)
                        .orElseGet(Arrival.Usual::new);
        return new Downstream(offers, gid(team), arrival, onAir ? List.of() : offAir(team));
    }

    private static Arrival floated(Arrived arrived) {
        return new Arrival.Floated(arrived.name(), arrived.page(), arrived.kind() == HandoffKind.INTERMISSION);
    }

    private String gid(Team team) {
        return actors.group(team.id())
                .map(group -> Gid.of(addresses.of(group)).toString())
                .orElse("");
    }

    private RemoteLiveCard card(Prospect prospect) {
        var known = RemoteFaces.shown(people.find(prospect.team()));
        return new RemoteLiveCard(
                prospect.title(),
                new RemotePerson(prospect.name(), known.address(), prospect.page(), known.hue()),
                prospect.host(),
                prospect.page(),
                prospect.since(),
                true);
    }
}
