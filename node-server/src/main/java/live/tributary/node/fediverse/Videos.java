// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.delivery.DeliveryClass;
import live.tributary.node.broadcast.Channels;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.BroadcastId;
import live.tributary.node.kernel.ChannelId;
import live.tributary.node.kernel.NotAllowedException;

/** Broadcasts as other servers know them. Safe for any thread that may block. */
public final class Videos {

    private final VideoStore store;
    private final Actors actors;
    private final Channels channels;
    private final Speech speech;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    Videos(
            VideoStore store,
            Actors actors,
            Channels channels,
            Speech speech,
            TransactionOperations transactions,
            InstantSource clock) {
        this.store = store;
        this.actors = actors;
        this.channels = channels;
        this.speech = speech;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Optional<AnnouncedVideo> find(UUID id) {
        return store.find(id);
    }

    /** Empty for a broadcast that was never announced. */
    public Optional<AnnouncedVideo> find(BroadcastId broadcast) {
        return store.find(broadcast);
    }

    /** What the channel showed last, or shows now; empty where nothing was ever announced. */
    public Optional<AnnouncedVideo> latest(ChannelId channel) {
        return store.latest(channel);
    }

    /** What is on air in the group's name, the latest first. */
    public List<AnnouncedVideo> live(ActorId group) {
        return store.live(group);
    }

    /**
     * Takes a broadcast back from everybody who heard of it, for good; false where that was done before.
     *
     * @param actor who may direct its channel, or the node's owner
     */
    public boolean remove(Actor actor, UUID id) {
        return transactions.execute(_ -> {
            var video = store.find(id);
            video.ifPresent(found -> require(actor, found));
            return video.filter(found -> store.remove(found.id(), clock.instant()))
                    .map(this::tell)
                    .isPresent();
        });
    }

    private AnnouncedVideo tell(AnnouncedVideo video) {
        var it = new Subject.OfVideo(video.id());
        var node = actors.ensureNode().id();
        var everybody = Hearers.followersOf(video.author(), video.group(), node);
        speech.say(video.author(), Verb.DELETE, it, everybody, DeliveryClass.NORMAL);
        speech.say(video.group(), Verb.UNDO, it, Hearers.followersOf(video.group()), DeliveryClass.NORMAL);
        speech.say(node, Verb.UNDO, it, Hearers.followersOf(node), DeliveryClass.NORMAL);
        return video;
    }

    private void require(Actor actor, AnnouncedVideo video) {
        var ownsTheNode = actor instanceof Actor.SignedIn(var _, var nodeOwner) && nodeOwner;
        if (!ownsTheNode && !channels.mayDirect(actor, video.channel())) {
            throw new NotAllowedException(actor, "take back broadcast " + video.broadcast());
        }
    }
}
