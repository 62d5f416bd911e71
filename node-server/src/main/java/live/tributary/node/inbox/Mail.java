// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.vocab.outgoing.AcceptFollow;
import live.tributary.federation.vocab.outgoing.ActivityWriter;
import live.tributary.federation.vocab.outgoing.AnnounceActivity;
import live.tributary.federation.vocab.outgoing.Audience;
import live.tributary.federation.vocab.outgoing.Outgoing;
import live.tributary.federation.vocab.outgoing.RejectFollow;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.Bulletins;
import live.tributary.node.fediverse.LocalActor;
import live.tributary.node.fediverse.Outbox;
import live.tributary.node.kernel.Actor;

/** What our actors answer. Noted in the caller's transaction, sent after it. */
final class Mail {

    private final Outbox outbox;
    private final Addresses addresses;
    private final Bulletins bulletins;
    private final InstantSource clock;

    Mail(Outbox outbox, Addresses addresses, Bulletins bulletins, InstantSource clock) {
        this.outbox = outbox;
        this.addresses = addresses;
        this.bulletins = bulletins;
        this.clock = clock;
    }

    /** Says yes to a Follow. */
    void accept(LocalActor followed, KnownActor follower, ObjectNode follow) {
        var news = bulletins.of(followed);
        answer(followed, follower, id -> new AcceptFollow(id, addresses.of(followed), follower.id(), follow, news));
    }

    /** Says no to a Follow, also to one that was accepted before. */
    void reject(LocalActor followed, KnownActor follower, ObjectNode follow) {
        answer(followed, follower, id -> new RejectFollow(id, addresses.of(followed), follower.id(), follow));
    }

    /** Passes on what was said to a team, unchanged (FEP-1b12). */
    void announce(LocalActor.Group group, ObjectNode activity) {
        var id = outbox.nextId();
        outbox.sendToFollowers(Actor.SYSTEM, group, id, bytes(passedOn(id, group, activity)));
    }

    /** The same, to those followers alone who read nothing else of a group; false where there are none. */
    boolean announceToReaders(LocalActor.Group group, ObjectNode activity) {
        if (!outbox.hasReaders(Actor.SYSTEM, group)) {
            return false;
        }
        var id = outbox.nextId();
        outbox.passOnToReaders(Actor.SYSTEM, group, id, bytes(passedOn(id, group, activity)));
        return true;
    }

    private AnnounceActivity passedOn(UUID id, LocalActor.Group group, ObjectNode activity) {
        return new AnnounceActivity(
                addresses.activity(id),
                addresses.of(group),
                activity,
                clock.instant(),
                Audience.everybody(addresses.under(group).followers()));
    }

    /** To the follower's own inbox: PeerTube throws on an Accept that arrives at the shared one. */
    private void answer(LocalActor followed, KnownActor follower, Function<URI, Outgoing> words) {
        var id = outbox.nextId();
        var document = bytes(words.apply(addresses.activity(id)));
        outbox.send(Actor.SYSTEM, followed, id, document, List.of(follower.inbox()));
    }

    private static byte[] bytes(Outgoing activity) {
        return JsonMapper.shared().writeValueAsBytes(ActivityWriter.write(activity));
    }
}
