// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before all else at one listening port. When the system gives no connection, most likely because the node may open
 * no more files, it waits a second and tries again: a newcomer waits in the kernel's queue meanwhile, and the event loop
 * goes on with those who are here. The trouble is told once, and so is its end.
 */
public final class AcceptPause extends ChannelInboundHandlerAdapter {
    private static final Logger log = LoggerFactory.getLogger(AcceptPause.class);

    /** Made beforehand: with no file to be opened, no class could be loaded for it when it is needed. */
    private final Runnable goOn = this::goOn;

    private @Nullable Channel port;
    private boolean inTrouble;

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        port = ctx.channel();
    }

    private void goOn() {
        if (port != null) {
            port.config().setAutoRead(true);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!inTrouble) {
            inTrouble = true;
            log.warn(
                    "publishers cannot connect why=\"{}\" fix=\"let the node open more files: LimitNOFILE= of its service,"
                            + " or ulimit -n\"",
                    cause.toString());
        }
        // Not passed on: the end of the pipeline would write its stack every second.
        ctx.channel().config().setAutoRead(false);
        var _ = ctx.channel().eventLoop().schedule(goOn, 1, TimeUnit.SECONDS);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object connection) {
        if (inTrouble) {
            inTrouble = false;
            log.info("publishers can connect again");
        }
        ctx.fireChannelRead(connection);
    }
}
