// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import live.tributary.node.kernel.BroadcastId;
import live.tributary.node.kernel.ChannelId;

/**
 * A broadcast as other servers know it.
 *
 * @param id version 4
 * @param author the Person who creates and updates it
 * @param group the team's Group
 * @param updatedAt when anything about it changed last
 * @param noted whether the author's followers were told by a post beside it
 * @param sequence rises with everything that is said of it
 */
public record AnnouncedVideo(
        UUID id,
        BroadcastId broadcast,
        ChannelId channel,
        ActorId author,
        ActorId group,
        String title,
        Instant startedAt,
        Instant updatedAt,
        boolean noted,
        long sequence,
        Life life,
        Lineage lineage) {

    /** Where it is in its life. */
    public sealed interface Life {

        /**
         * On air.
         *
         * @param until when others stop to believe it, if they hear nothing more
         */
        record Live(Instant until) implements Life {}

        record Ended(Instant at) implements Life {}

        /** It is not shown any more, and never will be again. */
        record Removed(Instant at) implements Life {}
    }

    /** Whether followers of people and teams hear of it. */
    public sealed interface Lineage {

        /** It is news. */
        record New() implements Lineage {}

        /**
         * Only programs hear of it.
         *
         * @param before what it goes on with: it ended minutes ago
         */
        record Continues(UUID before) implements Lineage {}
    }

    /** When it ended, or was taken back; empty while it is live. */
    Optional<Instant> endedAt() {
        return switch (life) {
            case Life.Live _ -> Optional.empty();
            case Life.Ended(var at) -> Optional.of(at);
            case Life.Removed(var at) -> Optional.of(at);
        };
    }

    boolean removed() {
        return life instanceof Life.Removed;
    }
}
