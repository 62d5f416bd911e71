// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.delivery.DeliveryClass;
import live.tributary.node.broadcast.Broadcasts;
import live.tributary.node.broadcast.Channels;
import live.tributary.node.broadcast.EndReason;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.BroadcastId;
import live.tributary.node.kernel.ChannelId;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.stills.Stills;

/** Broadcasts as other servers know them. Safe for any thread that may block. */
public final class Videos {

    private final VideoStore store;
    private final Actors actors;
    private final Channels channels;
    private final Broadcasts broadcasts;
    private final Stills stills;
    private final Speech speech;
    private final NoteSpeech notes;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    Videos(
            VideoStore store,
            Actors actors,
            Channels channels,
            Broadcasts broadcasts,
            Stills stills,
            Speech speech,
            NoteSpeech notes,
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            InstantSource clock) {
        this.store = store;
        this.actors = actors;
        this.channels = channels;
        this.broadcasts = broadcasts;
        this.stills = stills;
        this.speech = speech;
        this.notes = notes;
        this.events = events;
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

    /** Everything in the group's name that was not taken back, the latest first. */
    public List<AnnouncedVideo> shown(ActorId group, int most) {
        return store.shown(group, most);
    }

    /** Whether the actor may take it back: who may direct its channel, and the node's owner. */
    public boolean mayRemove(Actor actor, AnnouncedVideo video) {
        var ownsTheNode = actor instanceof Actor.SignedIn(var _, var nodeOwner) && nodeOwner;
        return ownsTheNode || channels.mayDirect(actor, video.channel());
    }

    /**
     * Takes a broadcast back from everybody who heard of it, for good; false where that was done before. One that is on
     * air ends first.
     *
     * @param actor who {@linkplain #mayRemove may}
     */
    public boolean remove(Actor actor, UUID id) {
        var video = store.find(id);
        video.ifPresent(found -> require(actor, found));
        return video.filter(this::takeBack).isPresent();
    }

    private boolean takeBack(AnnouncedVideo video) {
        // In the name of the node: whoever may take it back need not be who may direct the channel. Its end is
        // committed
        // by itself, as what hears of it keeps the last picture.
        broadcasts.end(Actor.SYSTEM, video.broadcast(), EndReason.ENDED_BY_HAND);
        stills.forget(video.broadcast());
        return transactions.execute(_ -> {
            var removed = store.remove(video.id(), clock.instant());
            if (removed) {
                events.publishEvent(new VideoTakenBack(video.id()));
                tell(video);
            }
            return removed;
        });
    }

    private void tell(AnnouncedVideo video) {
        var it = new Subject.OfVideo(video.id());
        var node = actors.ensureNode().id();
        var everybody = video.noted()
                ? Hearers.followersOf(video.group(), node)
                : Hearers.followersOf(video.author(), video.group(), node);
        speech.say(video.author(), Verb.DELETE, it, everybody, DeliveryClass.NORMAL);
        notes.takeBack(video);
        speech.say(video.group(), Verb.UNDO, it, Hearers.followersOf(video.group()), DeliveryClass.NORMAL);
        speech.say(node, Verb.UNDO, it, Hearers.followersOf(node), DeliveryClass.NORMAL);
    }

    private void require(Actor actor, AnnouncedVideo video) {
        if (!mayRemove(actor, video)) {
            throw new NotAllowedException(actor, "take back broadcast " + video.broadcast());
        }
    }
}
