// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import live.tributary.federation.vocab.Listing;
import live.tributary.node.kernel.TeamId;

/** What teams say for directories: known by a module above this one. Safe for any thread that may block. */
public interface TeamListings {

    /** What stands in the team's Group; {@link Listing.Policy#NONE} where the team never said anything. */
    Listing of(TeamId team);

    /** When the team is on air next, the earliest first. */
    List<TeamDate> dates(TeamId team);

    /** One of those dates, as long as it is to come. */
    Optional<TeamDate> date(UUID id);

    /** For which teams elsewhere it vouches, in the order in which it began to. */
    List<URI> vouches(TeamId team);

    /** Whether the team chose this directory: it need not wait for leave to follow the team. */
    boolean hasChosen(TeamId team, URI directory);
}
