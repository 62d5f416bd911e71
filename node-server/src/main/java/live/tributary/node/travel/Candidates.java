// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import live.tributary.federation.vocab.Arrivals;
import live.tributary.federation.vocab.Raids;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.fairturn.RaftDraw;
import live.tributary.node.fairturn.Seed;

/** In which order they are asked: the raft's lane first, then the wider ones; in each by lot, who has a whole raft's room first. */
final class Candidates {

    private Candidates() {}

    /** Whether somebody may be asked at all. */
    static boolean fits(Source source, Prospect prospect, Lane lane) {
        return prospect.canBeAsked()
                && prospect.raids() != Raids.NOBODY
                && (prospect.raids() != Raids.RING || lane == Lane.RING)
                && source.sharesALanguage(prospect)
                && source.hasNothingMoreMarked(prospect);
    }

    static List<Candidate> order(Source source, Seed raft, Lane first, Collection<Candidate> candidates) {
        return Stream.of(Lane.values())
                .filter(first::flowsTo)
                .flatMap(lane -> inLane(source, raft, lane, candidates))
                .toList();
    }

    private static Stream<Candidate> inLane(Source source, Seed raft, Lane lane, Collection<Candidate> candidates) {
        var byGid = candidates.stream()
                .filter(candidate -> candidate.lane() == lane && candidate.arrivals() != Arrivals.CLOSED)
                .collect(Collectors.toMap(
                        candidate -> candidate.prospect().gid(), Function.identity(), (one, _) -> one, HashMap::new));
        var entrants = byGid.entrySet().stream()
                .map(entry -> entrant(source, entry.getKey(), entry.getValue()))
                .toList();
        return RaftDraw.order(raft, entrants).stream()
                .flatMap(gid -> Stream.ofNullable(byGid.get(gid)))
                .sorted(Comparator.comparing(candidate -> candidate.arrivals() == Arrivals.FEW));
    }

    private static RaftDraw.Entrant entrant(Source source, Gid gid, Candidate candidate) {
        var tags = candidate.prospect().tags();
        int shared = (int) tags.stream().filter(source.tags()::contains).count();
        return new RaftDraw.Entrant(
                gid,
                candidate.allowance(),
                candidate.correction(),
                shared,
                source.tags().size(),
                tags.size());
    }
}
