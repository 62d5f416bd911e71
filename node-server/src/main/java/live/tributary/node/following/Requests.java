// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

import live.tributary.federation.vocab.outgoing.ActivityWriter;
import live.tributary.federation.vocab.outgoing.FollowActor;
import live.tributary.federation.vocab.outgoing.Outgoing;
import live.tributary.federation.vocab.outgoing.UndoFollow;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.LocalActor;
import live.tributary.node.fediverse.Outbox;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.TokenBuckets;

/**
 * Asks those elsewhere to let the node follow them, and tells them when it has heard enough. Noted in the caller's transaction,
 * sent after it, to their own inbox.
 */
final class Requests {

    /** Who does not answer is asked again after so long, the last time after the last of these; each time by a new activity. */
    static final List<Duration> AGAIN =
            List.of(Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(24), Duration.ofHours(72));

    /** Nobody is asked more often than so at the wish of people here, who may follow them and end it in turns. */
    static final int MOST_PER_HOUR = 2;

    private final TokenBuckets pace;
    private final FolloweeStore followees;
    private final Outbox outbox;
    private final Actors actors;
    private final Addresses addresses;
    private final InstantSource clock;

    Requests(FolloweeStore followees, Outbox outbox, Actors actors, Addresses addresses, InstantSource clock) {
        this.followees = followees;
        this.outbox = outbox;
        this.actors = actors;
        this.addresses = addresses;
        this.clock = clock;
        // By the clock that says who is due, so that both agree; one that is put back has somebody asked later.
        this.pace = new TokenBuckets(
                MOST_PER_HOUR,
                MOST_PER_HOUR,
                Duration.ofHours(1),
                () -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant()));
    }

    /** Asks because somebody here wants it: at once, or a little later where they were just asked. */
    void askSoon(Followee followee) {
        if (pace.tryTake(followee.actor().toString())) {
            ask(followee);
        } else {
            followees.askBy(followee.actor(), clock.instant().plus(pace.untilNext()));
        }
    }

    /** Asks who is due: the first time it is somebody's wish here that was put off. */
    void askDue(Followee followee) {
        if (followee.asks() == 0) {
            askSoon(followee);
        } else {
            ask(followee);
        }
    }

    /** Asks, perhaps once more. The count of what was asked before says when it is asked again. */
    private void ask(Followee followee) {
        var now = clock.instant();
        var id = outbox.nextId();
        send(id, follow(id, followee), followee.inbox());
        followees.asked(followee.actor(), id, now);
        int before = followee.asks();
        if (before < AGAIN.size()) {
            followees.askAgain(followee.actor(), now.plus(AGAIN.get(before)));
        }
    }

    /** Takes back all that asked: which of them the other side knows is its own business. */
    void takeBack(Followee followee) {
        followee.follows().forEach(asked -> {
            var id = outbox.nextId();
            send(id, new UndoFollow(addresses.activity(id), follow(asked, followee)), followee.inbox());
        });
    }

    /** Whether it is one of those that asked. */
    boolean asked(Followee followee, URI follow) {
        return followee.follows().stream().map(addresses::activity).anyMatch(follow::equals);
    }

    private FollowActor follow(UUID id, Followee followee) {
        return new FollowActor(addresses.activity(id), addresses.of(node()), followee.actor());
    }

    private void send(UUID id, Outgoing activity, URI inbox) {
        var document = JsonMapper.shared().writeValueAsBytes(ActivityWriter.write(activity));
        outbox.send(Actor.SYSTEM, node(), id, document, List.of(inbox));
    }

    private LocalActor.Application node() {
        return actors.node().orElseThrow();
    }
}
