// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.BroadcastId;
import live.tributary.node.kernel.ChannelId;

/** What is or was on air: at most one broadcast at a time on a channel. Safe for any thread that may block. */
public final class Broadcasts {

    private final BroadcastStore store;
    private final ChannelStore channelStore;
    private final AboutStore abouts;
    private final Channels channels;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Broadcasts(
            BroadcastStore store,
            ChannelStore channelStore,
            AboutStore abouts,
            Channels channels,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.store = store;
        this.channelStore = channelStore;
        this.abouts = abouts;
        this.channels = channels;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    public Optional<Broadcast> find(BroadcastId id) {
        return store.find(id);
    }

    /** The broadcast of the channel that is not over. */
    public Optional<Broadcast> current(ChannelId channel) {
        return store.current(channel);
    }

    /** All that are not over: after a crash, those that wait for their publishers to come back. */
    public List<Broadcast> allCurrent() {
        return store.allCurrent();
    }

    /** Opens a broadcast with the channel's title, and what else it says, or answers the one that is not over yet.
     *  @param actor who may direct the channel */
    public Broadcast open(Actor actor, ChannelId channel) {
        channels.require(actor, channel, "open a broadcast");
        return transactions.execute(_ -> {
            var known = channelStore.lock(channel);
            return store.current(channel).orElseGet(() -> open(known));
        });
    }

    private Broadcast open(Channel channel) {
        var now = clock.instant();
        var opened = new Broadcast(
                BroadcastId.next(now), channel.id(), channel.title(), channel.about(), now, new BroadcastState.Open());
        store.add(opened);
        abouts.put(opened.id(), opened.about());
        return opened;
    }

    /** Says that viewers have a picture; false where that was said before, or the broadcast is over.
     *  @param actor who may direct the channel */
    public boolean goLive(Actor actor, BroadcastId id) {
        return transactions.execute(_ -> {
            var now = clock.instant();
            var broadcast = find(actor, id, "start a broadcast");
            if (broadcast.isEmpty() || !store.start(id, now)) {
                return false;
            }
            var started = broadcast.get();
            events.publishEvent(new BroadcastStarted(id, started.channel(), started.title(), now));
            return true;
        });
    }

    /** Gives the channel a title: to what is on air, and to what comes next.
     *  @param actor who may direct the channel */
    public void rename(Actor actor, ChannelId channel, Title title) {
        channels.require(actor, channel, "change the title");
        transactions.executeWithoutResult(_ -> {
            channelStore.rename(channel, title);
            store.current(channel)
                    .filter(broadcast -> !broadcast.title().equals(title))
                    .ifPresent(broadcast -> {
                        store.rename(broadcast.id(), title);
                        events.publishEvent(new BroadcastRenamed(broadcast.id(), channel, title, clock.instant()));
                    });
        });
    }

    /** Says something else of the channel: of what is on air, and of what comes next.
     *  @param actor who may direct the channel */
    public void describe(Actor actor, ChannelId channel, About about) {
        channels.require(actor, channel, "describe a broadcast");
        transactions.executeWithoutResult(_ -> {
            channelStore.lock(channel);
            abouts.put(channel, about);
            store.current(channel)
                    .filter(broadcast -> !broadcast.about().equals(about))
                    .ifPresent(broadcast -> {
                        abouts.put(broadcast.id(), about);
                        events.publishEvent(new BroadcastDescribed(broadcast.id(), channel, about, clock.instant()));
                    });
        });
    }

    /** Ends a broadcast for good; false where it was over.
     *  @param actor who may direct the channel */
    public boolean end(Actor actor, BroadcastId id, EndReason reason) {
        return transactions.execute(_ -> {
            var now = clock.instant();
            var broadcast = find(actor, id, "end a broadcast");
            if (broadcast.isEmpty() || !store.end(id, reason, now)) {
                return false;
            }
            events.publishEvent(new BroadcastEnded(id, broadcast.get().channel(), reason, now));
            return true;
        });
    }

    private Optional<Broadcast> find(Actor actor, BroadcastId id, String deed) {
        var broadcast = store.find(id);
        broadcast.ifPresent(found -> channels.require(actor, found.channel(), deed));
        return broadcast;
    }
}
