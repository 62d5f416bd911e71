// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.json.JsonMapper;

import live.tributary.federation.vocab.outgoing.ActivityWriter;
import live.tributary.federation.vocab.outgoing.AnnounceObject;
import live.tributary.federation.vocab.outgoing.Audience;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.Follower;
import live.tributary.node.fediverse.Followers;
import live.tributary.node.fediverse.LocalActor;
import live.tributary.node.fediverse.Outbox;
import live.tributary.node.kernel.Actor;

/**
 * Tells the followers of the directory when a team of its list goes live: by the address of the broadcast, which they look up.
 * The node's own broadcasts they hear of anyway. Of one thread.
 */
final class LiveNews {

    /** Somebody who comes back within that time is no news. */
    static final Duration SAME_NEWS = Duration.ofDays(1);

    /** In one look, of which there is one every two seconds; whoever is left waits for the next. */
    static final int MOST_AT_ONCE = 20;

    private final LiveBoard board;
    private final Sources sources;
    private final Followers followers;
    private final Outbox outbox;
    private final Actors actors;
    private final Addresses addresses;
    private final InstantSource clock;
    private final Map<URI, Instant> told = new HashMap<>();
    private boolean started;

    LiveNews(
            LiveBoard board,
            Sources sources,
            Followers followers,
            Outbox outbox,
            Actors actors,
            Addresses addresses,
            InstantSource clock) {
        this.board = board;
        this.sources = sources;
        this.followers = followers;
        this.outbox = outbox;
        this.actors = actors;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** Tells what is new. After a start nothing is: nobody knows what was told before. */
    void tell() {
        if (!board.isComplete()) {
            return;
        }
        var now = clock.instant();
        var live = board.live().stream()
                .map(LiveGroup::video)
                .filter(video -> !sources.isOurs(video))
                .toList();
        if (started) {
            live.stream()
                    .filter(video -> !told.containsKey(video))
                    .limit(MOST_AT_ONCE)
                    .forEach(video -> tell(video, now));
        } else {
            live.forEach(video -> told.put(video, now));
            started = true;
        }
        forget(live, now);
    }

    private void tell(URI video, Instant now) {
        told.put(video, now);
        actors.node()
                .filter(node -> followers.count(node.id(), Follower.State.ACCEPTED) > 0)
                .ifPresent(node -> send(node, video, now));
    }

    private void send(LocalActor.Application node, URI video, Instant now) {
        var id = outbox.nextId();
        var announce = new AnnounceObject(
                addresses.activity(id),
                addresses.of(node),
                video,
                now.truncatedTo(ChronoUnit.SECONDS),
                Audience.everybody(addresses.under(node).followers()));
        outbox.sendToFollowers(
                Actor.SYSTEM, node, id, JsonMapper.shared().writeValueAsBytes(ActivityWriter.write(announce)));
    }

    private void forget(List<URI> live, Instant now) {
        var current = Set.copyOf(live);
        live.forEach(video -> told.computeIfPresent(video, (_, _) -> now));
        told.entrySet()
                .removeIf(entry -> !current.contains(entry.getKey())
                        && entry.getValue().plus(SAME_NEWS).isBefore(now));
    }
}
