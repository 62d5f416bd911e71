// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A question to the members of a ring. A steward decides alone; else more than half of those who may vote have to say yes before
 * it closes. Whoever is not a member, or not any more, or does not say so of itself, has no vote.
 *
 * @param voters who may vote
 * @param stewards who decide
 */
record Ballot(Set<URI> voters, Set<URI> stewards) {

    /** How it stands. */
    enum Result {
        YES,
        NO,
        OPEN
    }

    Ballot {
        voters = Set.copyOf(voters);
        stewards = Set.copyOf(stewards);
    }

    /** Whether somebody is taken in. */
    static Ballot onJoining(Ring ring) {
        return of(ring.voters(), ring.stewards());
    }

    /** Whether somebody has to go, who has no say in it. */
    static Ballot onExpelling(Ring ring, URI member) {
        var others =
                ring.voters().stream().filter(voter -> !voter.equals(member)).toList();
        return of(others, ring.stewards());
    }

    private static Ballot of(List<URI> voters, List<URI> stewards) {
        var deciding = new HashSet<>(stewards);
        deciding.retainAll(voters);
        return new Ballot(Set.copyOf(voters), deciding);
    }

    Result count(Collection<Vote> votes, Instant closesAt, Instant now) {
        var counted =
                votes.stream().filter(vote -> voters.contains(vote.voter())).toList();
        var decided =
                counted.stream().filter(vote -> stewards.contains(vote.voter())).findFirst();
        if (decided.isPresent()) {
            return decided.get().yes() ? Result.YES : Result.NO;
        }
        long yes = counted.stream().filter(Vote::yes).count();
        long no = counted.size() - yes;
        if (2 * yes > voters.size()) {
            return Result.YES;
        }
        boolean lost = 2 * no >= voters.size() || !now.isBefore(closesAt);
        return lost ? Result.NO : Result.OPEN;
    }
}
