// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;
import io.netty.util.concurrent.Future;

import live.tributary.ingest.rtmp.PublishHandler;
import live.tributary.ingest.rtmp.RtmpServerOptions;

/** Wires each new connection, in one method. */
public final class RtmpPipeline extends ChannelInitializer<Channel> {
    private final Transport transport;
    private final ChannelGroup connections;

    public RtmpPipeline(
            RtmpServerOptions options, PublishHandler handler, Transport transport, ChannelGroup connections) {
        this.transport = transport;
        this.connections = connections;
    }

    @Override
    protected void initChannel(Channel channel) {
        connections.add(channel);
        transport.tune(channel);
    }

    /** Ends every connection as a stopping node does. */
    public static Future<?> closeAll(ChannelGroup connections) {
        return connections.close();
    }
}
