// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import live.tributary.node.fediverse.ActorId;
import live.tributary.node.fediverse.ActorName;
import live.tributary.node.fediverse.LocalActor;
import live.tributary.node.kernel.ChannelId;
import live.tributary.node.kernel.TeamId;

/** A team whose viewers are to be carried on. */
final class SourceExample {

    private SourceExample() {}

    static Source of(Instant now) {
        var team = TeamId.next(now);
        return new Source(
                new LocalActor.Group(new ActorId("7f3a7f3a7f3a7f3a"), new ActorName("river"), team, now),
                URI.create("https://node.example/ap/g/7f3a"),
                ChannelId.random(),
                UUID.randomUUID(),
                URI.create("https://node.example/ap/v/1"),
                List.of("en", "de"),
                List.of("boats", "rivers"),
                List.of("flashing"));
    }
}
