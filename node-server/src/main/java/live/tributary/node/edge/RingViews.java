// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import live.tributary.node.fediverse.Addresses;
import live.tributary.node.rings.RingMaps;
import live.tributary.node.rings.RingMember;
import live.tributary.node.rings.RingStretch;
import live.tributary.node.rings.RingStretch.OnAir;
import live.tributary.node.rings.RingStretch.Stop;
import live.tributary.node.rings.Rings;
import live.tributary.node.team.Team;
import live.tributary.web.page.Frame;
import live.tributary.web.page.RingPage;
import live.tributary.web.page.RingStop;
import live.tributary.web.page.RingStrip;
import live.tributary.web.page.RingStrip.Onward;

/** Rings in the words of the pages. */
final class RingViews implements RingStrips {

    private final Rings rings;
    private final RingMaps maps;
    private final Addresses addresses;

    RingViews(Rings rings, RingMaps maps, Addresses addresses) {
        this.rings = rings;
        this.maps = maps;
        this.addresses = addresses;
    }

    @Override
    public List<RingStrip> of(Team team) {
        var stretches = maps.of(team.id());
        if (stretches.isEmpty()) {
            return List.of();
        }
        var here = rings.address(team.id());
        return stretches.stream().map(stretch -> strip(stretch, here)).toList();
    }

    private static RingStrip strip(RingStretch stretch, URI here) {
        var ring = stretch.ring();
        int place = stretch.placeOf(here);
        return new RingStrip(
                ring.name(),
                ring.slug().path(),
                here.toString(),
                stretch.live(),
                stretch.stops().stream().map(stop -> stop(stop, here)).toList(),
                onward(stretch.onward(place, RingStretch.Way.NEXT)),
                onward(stretch.onward(place, RingStretch.Way.PREVIOUS)));
    }

    private static RingStop stop(Stop stop, URI here) {
        var member = stop.member();
        return new RingStop(
                member.name(),
                stop.target().toString(),
                stop.isLive(),
                member.address().equals(here));
    }

    private static Onward onward(Optional<Stop> next) {
        return next.map(RingViews::onward).orElseGet(Onward.Nobody::new);
    }

    private static Onward onward(Stop next) {
        var member = next.member();
        return next.isLive() && next.air() instanceof OnAir.Live(var title, var _, var since, var _)
                ? new Onward.Live(member.name(), title, since, language(member))
                : new Onward.Quiet(member.name());
    }

    private static String language(RingMember member) {
        return member.languages().stream()
                .findFirst()
                .map(DirectoryCards::language)
                .orElse("");
    }

    RingPage page(Frame frame, RingStretch stretch) {
        var ring = stretch.ring();
        return new RingPage(
                frame,
                ring.name(),
                ring.slug().path(),
                ring.charter().lines().filter(line -> !line.isBlank()).toList(),
                stretch.live(),
                stretch.stops().stream().map(stop -> member(stretch, stop)).toList(),
                ring.page().toString(),
                ring.hosted()
                        ? new RingPage.Origin.Here()
                        : new RingPage.Origin.Elsewhere(ring.page().getRawAuthority(), ring.page(), ring.readAt()));
    }

    private static RingPage.Member member(RingStretch stretch, Stop stop) {
        var member = stop.member();
        RingPage.Air air = stop.isLive() && stop.air() instanceof OnAir.Live(var title, var _, var since, var _)
                ? new RingPage.Air.Live(title, since)
                : new RingPage.Air.Off();
        return new RingPage.Member(
                member.name(),
                stop.target().toString(),
                member.page().getRawAuthority(),
                stretch.ring().isSteward(member.address()),
                !member.isTeam(),
                air,
                DirectoryCards.languages(member.languages()));
    }

    /** The ring's page on this node. */
    URI page(RingStretch stretch) {
        return addresses.page(stretch.ring().slug().path());
    }
}
