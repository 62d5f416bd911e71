// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

import live.tributary.federation.vocab.RemoteActor;
import live.tributary.federation.vocab.WebAddress;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.following.Asked;
import live.tributary.node.following.Finder;
import live.tributary.node.following.Finder.Finding;
import live.tributary.node.kernel.Handle;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.kernel.TokenBuckets;
import live.tributary.node.team.Team;
import live.tributary.node.team.Teams;

/** Finds the ring, or the team, that somebody means. Asks elsewhere and blocks: never within a transaction. */
final class RingFinder {

    /** Of one team: each look asks strangers up to a dozen times. */
    static final int MOST_LOOKS_PER_HOUR = 60;

    private static final Pattern RING_PAGE = Pattern.compile("/ring/([a-z0-9-]+)/?");
    private static final Pattern TEAM_PAGE = Pattern.compile("/@([a-z0-9-]+)(?:/.*)?");

    private final TokenBuckets looks =
            new TokenBuckets(MOST_LOOKS_PER_HOUR, MOST_LOOKS_PER_HOUR, Duration.ofHours(1), System::nanoTime);
    private final Finder finder;
    private final RingBook book;
    private final OwnTeams own;
    private final Teams teams;
    private final Addresses addresses;

    RingFinder(Finder finder, RingBook book, OwnTeams own, Teams teams, Addresses addresses) {
        this.finder = finder;
        this.book = book;
        this.own = own;
        this.teams = teams;
        this.addresses = addresses;
    }

    /** What was meant. */
    sealed interface Meant {

        /** A ring that is known here. */
        record Known(Ring ring) implements Meant {}

        /** A team of this node. */
        record Own(TeamId team) implements Meant {}

        /** Somebody of another server. */
        record Elsewhere(RemoteActor actor) implements Meant {}

        record Nothing(RingDeed.Why why) implements Meant {}
    }

    /**
     * By the address of its page, or of its actor; of one that is known here, also by its name in such an address.
     *
     * @param looking for which team it is looked for
     */
    Meant ring(TeamId looking, String typed) {
        return looks.tryTake(looking.toString()) ? ring(typed.strip()) : new Meant.Nothing(RingDeed.Why.TOO_OFTEN);
    }

    private Meant ring(String text) {
        return known(text).<Meant>map(Meant.Known::new).orElseGet(() -> switch (find(text, RingDeed.Why.NO_RING)) {
            case Meant.Elsewhere(var actor) when !RingLook.isRing(actor) -> new Meant.Nothing(RingDeed.Why.NO_RING);
            case Meant found -> found;
        });
    }

    /**
     * By its handle, its page or its actor.
     *
     * @param looking for which team it is looked for
     */
    Meant team(TeamId looking, String typed) {
        return looks.tryTake(looking.toString()) ? team(typed.strip()) : new Meant.Nothing(RingDeed.Why.TOO_OFTEN);
    }

    private Meant team(String text) {
        return own(text).<Meant>map(Meant.Own::new).orElseGet(() -> switch (find(text, RingDeed.Why.NO_TEAM)) {
            case Meant.Elsewhere(var actor) when !MemberLook.isTeam(actor) -> new Meant.Nothing(RingDeed.Why.NO_TEAM);
            case Meant found -> found;
        });
    }

    private Optional<Ring> known(String text) {
        var rings = book.known();
        return Slug.parse(text)
                .flatMap(rings::ring)
                .or(() -> WebAddress.parse(text)
                        .flatMap(address -> rings.ring(address)
                                .or(() -> rings.rings().stream()
                                        .filter(ring -> ring.page().equals(address))
                                        .findFirst())
                                .or(() -> named(RING_PAGE, address)
                                        .flatMap(Slug::parse)
                                        .flatMap(rings::ring))));
    }

    private Optional<TeamId> own(String text) {
        return WebAddress.parse(text)
                .flatMap(address ->
                        own.team(address).or(() -> named(TEAM_PAGE, address).flatMap(this::handle)))
                .or(() -> text.startsWith("@")
                        ? handle(text.substring(1).replaceFirst("@" + Pattern.quote(addresses.host()) + "$", ""))
                        : Optional.empty());
    }

    private Optional<TeamId> handle(String text) {
        return Handle.parse(text).flatMap(teams::find).map(Team::id);
    }

    /** A part of the path, where it is an address of this node. */
    private Optional<String> named(Pattern path, URI address) {
        var matcher = path.matcher(String.valueOf(address.getRawPath()));
        return addresses.isOurs(address) && matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private Meant find(String text, RingDeed.Why nothing) {
        return switch (finder.find(text)) {
            case Finding.Somebody(var actor) -> new Meant.Elsewhere(actor);
            case Finding.Nobody(var why) -> new Meant.Nothing(why(why, nothing));
        };
    }

    private static RingDeed.Why why(Asked.Why why, RingDeed.Why nothing) {
        return switch (why) {
            case NO_ADDRESS -> RingDeed.Why.NO_ADDRESS;
            case NO_SERVER -> RingDeed.Why.NO_SERVER;
            case SILENT -> RingDeed.Why.SILENT;
            case BLOCKED -> RingDeed.Why.BLOCKED;
            case NOBODY, NO_ACTOR_OF_ITS_OWN, OURS, TOO_MANY -> nothing;
        };
    }
}
