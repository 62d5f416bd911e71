// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

import live.tributary.federation.vocab.Arrivals;
import live.tributary.federation.vocab.Raids;
import live.tributary.node.blocks.Blocks;
import live.tributary.node.blocks.Ground;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.fairturn.Fixed;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.fairturn.Lots;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.listing.Allowances;
import live.tributary.node.rings.RingMates;

/** Who may be gone to from a team, in which order. From memory and the database; any thread that may block. */
final class Downstream {

    private final Scout scout;
    private final RingMates rings;
    private final Blocks blocks;
    private final DomainPolicies domains;
    private final Allowances allowances;
    private final TurnStore turns;
    private final VisitStore visits;
    private final Pulses pulses;
    private final InstantSource clock;

    Downstream(
            Scout scout,
            RingMates rings,
            Blocks blocks,
            DomainPolicies domains,
            Allowances allowances,
            TurnStore turns,
            VisitStore visits,
            Pulses pulses,
            InstantSource clock) {
        this.scout = scout;
        this.rings = rings;
        this.blocks = blocks;
        this.domains = domains;
        this.allowances = allowances;
        this.turns = turns;
        this.visits = visits;
        this.pulses = pulses;
        this.clock = clock;
    }

    /** Who is asked for a raft, one after the other. */
    List<Candidate> order(Handoff handoff, Raft raft) {
        var source = handoff.source();
        var own = Gid.of(source.actor());
        var mates = rings.mates(source.team());
        var neighbours = rings.neighbours(source.team());
        var refused =
                Set.copyOf(Stream.concat(handoff.refused(raft).stream(), visits.sourcesOf(source.videoId()).stream())
                        .toList());
        var prospects = welcome(source.team(), source.actor())
                .filter(prospect -> !refused.contains(prospect.team()))
                .filter(prospect -> Candidates.fits(source, prospect, lane(prospect, mates, neighbours)))
                .toList();
        var sent = turns.of(prospects.stream().map(Prospect::team).toList(), clock.instant());
        var candidates = prospects.stream()
                .map(prospect -> new Candidate(
                        prospect,
                        lane(prospect, mates, neighbours),
                        allowances.of(own, prospect.gid(), source.languages()),
                        pulses.arrivals(prospect.team()),
                        sent.getOrDefault(prospect.team(), SentTurn.NEW).correction()))
                .toList();
        var seed = handoff.id().raftSeed(raft.number());
        var lane = Lane.draw(seed, Split.of(rings.rings(source.team())));
        return first(handoff.aim(), refused, Candidates.order(source, seed, lane, candidates));
    }

    /** Whom somebody chose comes first; where the host did, nobody else comes. */
    private static List<Candidate> first(Aim aim, Set<URI> refused, List<Candidate> drawn) {
        return switch (aim) {
            case Aim.Drawn() -> drawn;
            case Aim.First(var target) ->
                Stream.concat(chosen(target, refused), others(target, drawn)).toList();
            case Aim.Only(var target) -> chosen(target, refused).toList();
        };
    }

    private static Stream<Candidate> chosen(Prospect target, Set<URI> refused) {
        return Stream.of(target)
                .filter(prospect -> prospect.canBeAsked() && !refused.contains(prospect.team()))
                .map(prospect ->
                        new Candidate(prospect, Lane.OPEN, Fixed.ONE, Arrivals.UNSAID, SentTurn.NEW.correction()));
    }

    private static Stream<Candidate> others(Prospect target, List<Candidate> drawn) {
        return drawn.stream().filter(candidate -> !candidate.prospect().team().equals(target.team()));
    }

    /**
     * Who is shown where nobody is on air: one who is near, and one who is not, both by their consent. Drawn anew each minute,
     * the same for everybody.
     */
    List<Prospect> offAir(TeamId team, URI actor) {
        long minute = clock.instant().getEpochSecond() / 60;
        var mates = rings.mates(team);
        var neighbours = rings.neighbours(team);
        var listed = scout.listedFor(team);
        var shown = welcome(team, actor)
                .filter(prospect -> prospect.labels().isEmpty())
                .filter(prospect -> prospect.canBeAsked()
                        ? prospect.raids() != Raids.NOBODY
                        : mates.contains(prospect.team()) || listed.contains(prospect.video()))
                .sorted((one, other) -> Long.compareUnsigned(
                        Lots.mix64(one.gid().bits() ^ minute),
                        Lots.mix64(other.gid().bits() ^ minute)))
                .toList();
        Predicate<Prospect> near = prospect -> lane(prospect, mates, neighbours) != Lane.OPEN;
        var neighbour = shown.stream().filter(near).findFirst();
        var stranger = shown.stream().filter(near.negate()).findFirst();
        return Stream.concat(neighbour.stream(), stranger.stream()).toList();
    }

    /** On air, another team, and kept out neither by the node nor by the team. */
    private Stream<Prospect> welcome(TeamId team, URI actor) {
        var screen = blocks.screen(new Ground.OfTeam(team));
        return oneOfEach(scout.live())
                .filter(prospect -> !prospect.team().equals(actor))
                .filter(prospect -> !isLimited(prospect.team()) && !screen.hides(prospect.team()));
    }

    /** Whether the node or the team wants nothing from there. */
    boolean keepsOut(TeamId team, URI somebody) {
        return isLimited(somebody) || blocks.keepOut(somebody, new Ground.OfTeam(team));
    }

    private boolean isLimited(URI address) {
        return Optional.ofNullable(address.getHost())
                .filter(host -> !domains.standing(host).limited())
                .isEmpty();
    }

    private static Stream<Prospect> oneOfEach(Collection<Prospect> prospects) {
        Map<URI, Prospect> seen = new ConcurrentHashMap<>();
        return prospects.stream().filter(prospect -> seen.putIfAbsent(prospect.team(), prospect) == null);
    }

    private static Lane lane(Prospect prospect, Set<URI> mates, Set<URI> neighbours) {
        if (mates.contains(prospect.team())) {
            return Lane.RING;
        }
        return neighbours.contains(prospect.team()) ? Lane.NEIGHBOUR : Lane.OPEN;
    }
}
