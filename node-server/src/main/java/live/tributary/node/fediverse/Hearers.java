// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Who hears something.
 *
 * @param followersOf whose followers
 */
record Hearers(List<ActorId> followersOf, Which which) {

    /** Which followers of them. */
    enum Which {
        ALL,
        /** Those that are no people: nodes, directories, PeerTube instances. */
        PROGRAMS,
        /** Those on servers that read what a group passes on (FEP-1b12), and nothing else of a group. */
        GROUP_READERS
    }

    Hearers {
        followersOf = List.copyOf(followersOf);
    }

    static Hearers followersOf(ActorId... actors) {
        return new Hearers(List.of(actors), Which.ALL);
    }

    /** Its inboxes are named one by one. */
    static Hearers nobody() {
        return new Hearers(List.of(), Which.ALL);
    }

    static Hearers of(Which which, ActorId actor) {
        return new Hearers(List.of(actor), which);
    }

    /** As the table keeps it. */
    String text() {
        return followersOf.stream().map(ActorId::value).collect(Collectors.joining(","));
    }

    static Hearers of(Which which, String text) {
        var actors = Arrays.stream(text.split(",", -1))
                .filter(id -> !id.isEmpty())
                .map(ActorId::new)
                .toList();
        return new Hearers(actors, which);
    }
}
