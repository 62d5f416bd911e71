// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.util.Optional;

import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.broadcast.Channels;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.ChannelId;
import live.tributary.node.kernel.NotAllowedException;

/** How broadcasts went. Safe for any thread that may block. */
public final class HealthRecords {

    private final HealthRecordStore store;
    private final Channels channels;
    private final TransactionOperations transactions;

    HealthRecords(HealthRecordStore store, Channels channels, TransactionOperations transactions) {
        this.store = store;
        this.channels = channels;
        this.transactions = transactions;
    }

    /** Remembers how a broadcast went; does nothing the second time.
     *  @param actor who may direct the channel */
    public void add(Actor actor, HealthRecord added) {
        require(actor, added.channel());
        transactions.executeWithoutResult(_ -> store.add(added));
    }

    /** How the last broadcast of the channel went.
     *  @param actor who may direct the channel: nobody else is to know */
    public Optional<HealthRecord> latest(Actor actor, ChannelId channel) {
        require(actor, channel);
        return store.latest(channel);
    }

    private void require(Actor actor, ChannelId channel) {
        if (!channels.mayDirect(actor, channel)) {
            throw new NotAllowedException(actor, "keep or see the health of channel %s".formatted(channel));
        }
    }
}
