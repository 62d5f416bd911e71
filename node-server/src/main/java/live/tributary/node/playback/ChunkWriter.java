// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import io.netty.channel.Channel;
import io.netty.handler.stream.ChunkedWriteHandler;
import reactor.netty.NettyPipeline;

/** Lets a connection, or a stream of HTTP/2, take bodies that are read while they are sent. */
final class ChunkWriter {

    private ChunkWriter() {}

    /** On the channel's event loop; does nothing the second time. */
    static void addTo(Channel channel) {
        if (channel.pipeline().get(NettyPipeline.ChunkedWriter) == null) {
            channel.pipeline()
                    .addBefore(NettyPipeline.ReactiveBridge, NettyPipeline.ChunkedWriter, new ChunkedWriteHandler());
        }
    }
}
