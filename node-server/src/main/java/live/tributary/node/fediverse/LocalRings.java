// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import live.tributary.federation.vocab.RingRoll;
import live.tributary.node.kernel.TeamId;

/** The rings of this node, and those that its teams are in: known by a module above this one. Any thread that may block. */
public interface LocalRings {

    /** Of a node without rings. */
    LocalRings NONE = new LocalRings() {
        @Override
        public Optional<RingRoll> roll(ActorId ring) {
            return Optional.empty();
        }

        @Override
        public List<URI> alsoKnownAs(ActorId ring) {
            return List.of();
        }

        @Override
        public List<URI> named(TeamId team) {
            return List.of();
        }

        @Override
        public boolean isMate(TeamId team, URI follower) {
            return false;
        }
    };

    /** What a ring of this node says; empty where it is none any more. */
    Optional<RingRoll> roll(ActorId ring);

    /** The ring that it goes on with, whose host was gone. */
    List<URI> alsoKnownAs(ActorId ring);

    /** The rings that a team of this node says it is in. */
    List<URI> named(TeamId team);

    /** Whether this is the server of another member of the team's rings: it need not wait for leave to follow the team. */
    boolean isMate(TeamId team, URI follower);
}
