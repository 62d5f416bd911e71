// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.util.concurrent.ConcurrentHashMap;

import live.tributary.node.broadcast.Broadcasts;
import live.tributary.node.broadcast.EndReason;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.BroadcastId;
import live.tributary.node.kernel.ChannelId;

/**
 * Writes into the database that broadcasts are over, and remembers an end that it could not write: the next broadcast
 * of the channel would else go on in the row of the one before.
 *
 * <p>Called by one thread at a time for a channel.
 */
final class Endings {

    private final Broadcasts broadcasts;
    private final ConcurrentHashMap<ChannelId, Ending> unwritten = new ConcurrentHashMap<>();

    private record Ending(BroadcastId broadcast, EndReason reason) {}

    Endings(Broadcasts broadcasts) {
        this.broadcasts = broadcasts;
    }

    void write(LiveStream stream, EndReason reason) {
        unwritten.put(stream.channel(), new Ending(stream.broadcast(), reason));
        catchUp(stream.channel());
    }

    /** Writes what is left over of this channel; to be called before it goes on air again. */
    void catchUp(ChannelId channel) {
        var ending = unwritten.get(channel);
        if (ending != null) {
            broadcasts.end(Actor.SYSTEM, ending.broadcast(), ending.reason());
            unwritten.remove(channel);
        }
    }
}
