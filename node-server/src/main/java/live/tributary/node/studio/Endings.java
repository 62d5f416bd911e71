// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.node.broadcast.Broadcasts;
import live.tributary.node.broadcast.EndReason;
import live.tributary.node.health.HealthRecord;
import live.tributary.node.health.HealthRecords;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.BroadcastId;
import live.tributary.node.kernel.ChannelId;

/**
 * Writes into the database that broadcasts are over and how they went, and remembers an end that it could not write: the
 * next broadcast of the channel would else go on in the row of the one before.
 *
 * <p>Called by one thread at a time for a channel.
 */
final class Endings {

    private static final Logger log = LoggerFactory.getLogger(Endings.class);

    private final Broadcasts broadcasts;
    private final HealthRecords records;
    private final ConcurrentHashMap<ChannelId, Ending> unwritten = new ConcurrentHashMap<>();

    private record Ending(BroadcastId broadcast, EndReason reason, HealthRecord health) {}

    Endings(Broadcasts broadcasts, HealthRecords records) {
        this.broadcasts = broadcasts;
        this.records = records;
    }

    void write(LiveStream stream, EndReason reason) {
        var health = stream.health().record(stream.broadcast(), stream.channel());
        unwritten.put(stream.channel(), new Ending(stream.broadcast(), reason, health));
        catchUp(stream.channel());
    }

    /** Writes what is left over of this channel; to be called before it goes on air again. */
    void catchUp(ChannelId channel) {
        var ending = unwritten.get(channel);
        if (ending != null) {
            broadcasts.end(Actor.SYSTEM, ending.broadcast(), ending.reason());
            unwritten.remove(channel);
            keep(ending.health());
        }
    }

    /** A record that cannot be kept is lost: it must not keep the channel off the air, as an open broadcast would. */
    private void keep(HealthRecord health) {
        try {
            records.add(Actor.SYSTEM, health);
        } catch (RuntimeException failure) {
            log.warn("could not keep the health of broadcast={}", health.broadcast(), failure);
        }
    }
}
