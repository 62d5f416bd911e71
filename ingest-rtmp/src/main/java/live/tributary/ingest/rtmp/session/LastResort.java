// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.io.IOException;
import javax.net.ssl.SSLException;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.ingest.rtmp.RtmpException;

/** The end of the pipeline: whatever escaped the handlers before it becomes one line and a closed connection. */
final class LastResort extends ChannelInboundHandlerAdapter {
    private static final Logger log = LoggerFactory.getLogger(LastResort.class);

    private final LogLimit limit;

    LastResort(LogLimit limit) {
        this.limit = limit;
    }

    /** What really happened: decoders wrap it. */
    static Throwable unwrap(Throwable cause) {
        Throwable inner = cause.getCause();
        return cause instanceof DecoderException && inner != null ? inner : cause;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable wrapped) {
        String connection = ctx.channel().id().asShortText();
        switch (unwrap(wrapped)) {
            case RtmpException offence
            when limit.permits() ->
                log.info(
                        "connection closed connection={} code={} why=\"{}\" unlogged={}",
                        connection,
                        offence.code(),
                        offence.what(),
                        limit.takeSuppressed());
            case RtmpException _ -> {}
            // Its own words may quote what came, and what came as plain RTMP may hold a key.
            case SSLException _
            when limit.permits() ->
                log.info(
                        "connection closed connection={} why=\"no TLS, or none we speak\" unlogged={}",
                        connection,
                        limit.takeSuppressed());
            case SSLException _ -> {}
            case IOException reset -> log.debug("connection lost connection={}", connection, reset);
            case Throwable bug
            when limit.permits() -> log.error("connection closed by a fault of ours connection={}", connection, bug);
            case Throwable _ -> {}
        }
        ctx.flush();
        var _ = ctx.close();
    }
}
