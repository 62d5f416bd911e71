// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.ChannelId;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.kernel.StreamKeyId;

/** The keys by which encoders open channels. Safe for any thread that may block. */
public final class StreamKeys {

    private final StreamKeyStore store;
    private final ChannelStore channelStore;
    private final Channels channels;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    StreamKeys(
            StreamKeyStore store,
            ChannelStore channelStore,
            Channels channels,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.store = store;
        this.channelStore = channelStore;
        this.channels = channels;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Makes a key, whose text is in the answer and nowhere else.
     *  @param actor who may direct the channel */
    public IssuedStreamKey issue(Actor actor, ChannelId channel, KeyLabel label) {
        channels.require(actor, channel, "issue a key");
        return transactions.execute(_ -> {
            // Asked again behind the lock: a member who is just leaving must not keep a key made meanwhile.
            channelStore.lock(channel);
            channels.require(actor, channel, "issue a key");
            return issue(channel, label);
        });
    }

    private IssuedStreamKey issue(ChannelId channel, KeyLabel label) {
        var now = clock.instant();
        var key = StreamKey.random();
        var facts = new StreamKeyFacts(StreamKeyId.next(now), channel, label, now, new KeyUse.Never());
        store.add(facts, key.hash());
        return new IssuedStreamKey(key, facts);
    }

    /** What a text opens, whoever presented it. */
    public KeyLookup find(String text) {
        return StreamKey.parse(text).map(key -> store.find(key.hash())).orElse(new KeyLookup.Unknown());
    }

    /** Keys that are not revoked, the latest first.
     *  @param actor who may direct the channel */
    public List<StreamKeyFacts> of(Actor actor, ChannelId channel) {
        channels.require(actor, channel, "list the keys");
        return store.of(channel);
    }

    /** Notes that an encoder has used the key now.
     *  @param actor the node itself */
    public void markUsed(Actor actor, StreamKeyId key) {
        if (!(actor instanceof Actor.NodeItself)) {
            throw new NotAllowedException(actor, "use a key");
        }
        store.markUsed(key, clock.instant());
    }

    /** Makes a key worthless, and cuts who publishes with it; false where there is none.
     *  @param actor who may direct its channel */
    public boolean revoke(Actor actor, StreamKeyId key) {
        return transactions.execute(_ -> {
            var channel = store.channelOf(key);
            channel.ifPresent(found -> channels.require(actor, found, "revoke a key"));
            return channel.isPresent() && revoke(key, channel.get(), clock.instant());
        });
    }

    /** Within a transaction. Waits for a key that is just being made, so that it is among those revoked. */
    void revokeAllOf(ChannelId channel, Instant now) {
        channelStore.lock(channel);
        store.of(channel).forEach(key -> revoke(key.id(), channel, now));
    }

    private boolean revoke(StreamKeyId key, ChannelId channel, Instant now) {
        if (!store.revoke(key, now)) {
            return false;
        }
        events.publishEvent(new StreamKeyRevoked(key, channel, now));
        return true;
    }
}
