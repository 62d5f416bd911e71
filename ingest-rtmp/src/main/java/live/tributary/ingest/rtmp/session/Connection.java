// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.util.function.LongSupplier;

import io.netty.channel.Channel;

import live.tributary.ingest.rtmp.RtmpLimits;
import live.tributary.ingest.rtmp.chunk.ChunkDecoder;

/** The parts of one connection that the session has to talk to. */
record Connection(
        ConnectionMeters meters, ReceivedBytes received, Timeouts timeouts, ChunkDecoder chunks, Probes probes) {

    static Connection of(Channel channel, RtmpLimits limits, LongSupplier nanoClock) {
        var meters = new ConnectionMeters(nanoClock);
        return new Connection(
                meters,
                new ReceivedBytes(meters, limits.publishing().inputBitsPerSecond(), nanoClock),
                new Timeouts(limits.deadlines(), meters),
                new ChunkDecoder(limits.messages(), nanoClock),
                new Probes(channel, meters, nanoClock));
    }
}
