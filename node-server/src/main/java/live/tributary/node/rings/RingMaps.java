// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import live.tributary.federation.http.Origins;
import live.tributary.federation.vocab.WebAddress;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.kernel.Glimpse;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.rings.RingStretch.OnAir;
import live.tributary.node.rings.RingStretch.Stop;

/** Shows rings, and the way along them, from memory. Asks nobody elsewhere. Safe for any thread that may block. */
public final class RingMaps {

    /** Nobody who goes on air waits for more than two of these to be seen. */
    static final Duration MOMENT = Duration.ofSeconds(2);

    private final RingBook book;
    private final OwnTeams own;
    private final Glimpse<Map<URI, OnAir>> live;
    private final DomainPolicies policies;
    private final Addresses addresses;

    /**
     * Maps of all that the book knows.
     *
     * @param live who is on air, by the addresses of teams
     */
    RingMaps(RingBook book, OwnTeams own, Glimpse<Map<URI, OnAir>> live, DomainPolicies policies, Addresses addresses) {
        this.book = book;
        this.own = own;
        this.live = live;
        this.policies = policies;
        this.addresses = addresses;
    }

    public RingStretch of(Ring ring) {
        return of(ring, live.get());
    }

    /** All rings that a team is in. */
    public List<RingStretch> of(TeamId team) {
        var rings = book.known().of(team);
        if (rings.isEmpty()) {
            return List.of();
        }
        var onAir = live.get();
        return rings.stream().map(ring -> of(ring, onAir)).toList();
    }

    /** All rings this node knows of: of its own teams, of teams in rings with them, and of teams that its directory lists. */
    public List<RingOutline> outlines() {
        var known = book.known();
        var near = known.rings().stream().filter(ring -> ring.hosted() || !isLimited(ring.actor()));
        var far = known.far().entrySet().stream()
                .filter(ring -> known.ring(ring.getKey()).isEmpty() && !isLimited(ring.getKey()));
        return Stream.concat(near.map(this::outline), far.map(ring -> farther(known, ring.getKey(), ring.getValue())))
                .toList();
    }

    private RingOutline outline(Ring ring) {
        return new RingOutline(
                ring.actor(),
                ring.name(),
                ring.charter(),
                addresses.page(ring.slug().path()),
                ring.voters(),
                ring.holding().size());
    }

    private static RingOutline farther(RingBook.Known known, URI address, FarRing ring) {
        var teams =
                ring.teams().stream().filter(team -> known.says(team, address)).toList();
        return new RingOutline(address, ring.name(), ring.charter(), ring.page(), teams, ring.size());
    }

    private RingStretch of(Ring ring, Map<URI, OnAir> onAir) {
        var stops = ring.holding().stream()
                .filter(member -> !isHidden(member))
                .map(member -> new Stop(member, onAir.getOrDefault(member.address(), new OnAir.Off())))
                .toList();
        return new RingStretch(ring, stops);
    }

    /**
     * Where to go from a page: to the nearest member who is live, else to the nearest of all, and to the ring's own page where
     * there is nobody else. Always an address of a member itself.
     *
     * @param from address of a member, or of a page of it; empty where it is not said
     * @param referer the page that led here; empty where it is not said
     */
    public URI onward(Ring ring, RingStretch.Way way, String from, String referer) {
        var stretch = of(ring);
        return stretch.onward(start(stretch, from, referer), way)
                .map(Stop::target)
                .orElseGet(() -> addresses.page(ring.slug().path()));
    }

    private int start(RingStretch stretch, String from, String referer) {
        return place(stretch, from)
                .or(() -> place(stretch, referer))
                .orElseGet(() -> find(
                                stretch,
                                stop -> own.team(stop.member().address()).isPresent())
                        .orElse(-1));
    }

    /** The member that has this very address, else one on the same server. */
    private static Optional<Integer> place(RingStretch stretch, String text) {
        return WebAddress.parse(text)
                .flatMap(address -> find(stretch, stop -> isOf(stop.member(), address))
                        .or(() ->
                                find(stretch, stop -> Origins.same(stop.member().page(), address))));
    }

    private static boolean isOf(RingMember member, URI address) {
        var text = address.toString();
        var page = member.page().toString();
        return address.equals(member.address()) || text.equals(page) || text.startsWith(page + "/");
    }

    private static Optional<Integer> find(RingStretch stretch, Predicate<Stop> wanted) {
        for (int place = 0; place < stretch.stops().size(); place++) {
            if (wanted.test(stretch.stops().get(place))) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    private boolean isHidden(RingMember member) {
        return own.team(member.address()).isEmpty() && (isLimited(member.address()) || isLimited(member.page()));
    }

    private boolean isLimited(URI address) {
        return Optional.ofNullable(address.getHost())
                .map(host -> host.toLowerCase(Locale.ROOT))
                .filter(host -> !policies.standing(host).limited())
                .isEmpty();
    }
}
