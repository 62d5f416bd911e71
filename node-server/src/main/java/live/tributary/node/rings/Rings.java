// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.team.Members;

/**
 * The rings of this node and of its teams, as they are known; from memory. What is done about them: {@link RingFounding},
 * {@link RingStewards}, {@link RingSuccession}, {@link RingSeats}, {@link RingInvitations}, {@link RingVotes}. Any thread that may
 * block.
 */
public final class Rings {

    /** A ring whose host has not answered for so long may be gone on with elsewhere. */
    public static final Duration HOST_GONE = Duration.ofDays(7);

    private final RingBook book;
    private final OwnTeams own;
    private final Members members;
    private final InstantSource clock;

    Rings(RingBook book, OwnTeams own, Members members, InstantSource clock) {
        this.book = book;
        this.own = own;
        this.members = members;
        this.clock = clock;
    }

    /** By the last part of its page's address. */
    public Optional<Ring> named(String slug) {
        return Slug.parse(slug).flatMap(parsed -> book.known().ring(parsed));
    }

    public Optional<Ring> find(URI ring) {
        return book.known().ring(ring);
    }

    /** Those that a team is in. */
    public List<Ring> of(TeamId team) {
        return book.known().of(team);
    }

    /** The list of members of a ring elsewhere, with the ring's proof, as it was read; empty of one of this node. */
    public String signed(Ring ring) {
        return book.known().signed().getOrDefault(ring.actor(), "");
    }

    /** Address of a team of this node, as rings name it. */
    public URI address(TeamId team) {
        return own.address(team);
    }

    /** Whether a ring's host has been silent for so long that a steward may go on with it here. */
    public boolean isOrphaned(Ring ring) {
        return !ring.hosted() && ring.readAt().plus(HOST_GONE).isBefore(clock.instant());
    }

    /** Whether the actor may speak for the team in rings. */
    public boolean mayManage(Actor actor, TeamId team) {
        return members.mayManage(actor, team);
    }

    void require(Actor actor, TeamId team, String deed) {
        if (!mayManage(actor, team)) {
            throw new NotAllowedException(actor, deed);
        }
    }
}
