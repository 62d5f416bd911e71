// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.net.InetAddress;
import java.net.InetSocketAddress;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.haproxy.HAProxyMessage;
import io.netty.handler.codec.haproxy.HAProxyMessageDecoder;
import io.netty.handler.codec.haproxy.HAProxyProtocolException;
import io.netty.handler.codec.haproxy.HAProxyProxiedProtocol.AddressFamily;
import io.netty.util.AttributeKey;

import live.tributary.ingest.rtmp.Proxies;
import live.tributary.ingest.rtmp.RtmpException;
import live.tributary.ingest.rtmp.RtmpException.Code;

/**
 * What a proxy says before its client's first byte ("The PROXY protocol", versions 1 and 2), in front of all else and gone
 * after it. How long it may take is the business of {@link Timeouts}, whose clock starts with the connection.
 */
final class ProxyHeader extends ChannelInboundHandlerAdapter {

    /** Of what a proxy may add about its client, such as the name in its TLS greeting; nothing of it is used. */
    private static final int MOST_ADDITIONS_BYTES = 2048;

    private static final AttributeKey<InetSocketAddress> CLIENT = AttributeKey.valueOf("tributary.rtmp.client");

    private ProxyHeader() {}

    /** To be called before anything else is in the pipeline. */
    static void expectFrom(Proxies proxies, Channel channel) {
        if (channel.remoteAddress() instanceof InetSocketAddress peer && proxies.contain(peer)) {
            channel.pipeline()
                    .addLast("proxy header decoder", new HAProxyMessageDecoder(MOST_ADDITIONS_BYTES))
                    .addLast("proxy header", new ProxyHeader());
        }
    }

    /** The publisher, as its proxy names it, or whoever is at the other end. */
    static InetSocketAddress client(Channel channel) {
        var named = channel.attr(CLIENT).get();
        return named == null ? (InetSocketAddress) channel.remoteAddress() : named;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HAProxyMessage header) {
            try {
                take(context.channel(), header);
            } finally {
                header.release();
            }
            context.pipeline().remove(this);
        } else {
            context.fireChannelRead(message);
        }
    }

    /** A proxy that only looks whether we are there names nobody. */
    private static void take(Channel channel, HAProxyMessage header) {
        var family = header.proxiedProtocol().addressFamily();
        if (header.sourceAddress() != null && (family == AddressFamily.AF_IPv4 || family == AddressFamily.AF_IPv6)) {
            var address = InetAddress.ofLiteral(header.sourceAddress());
            channel.attr(CLIENT).set(new InetSocketAddress(address, header.sourcePort()));
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        var why = LastResort.unwrap(cause);
        boolean isHeader = why instanceof HAProxyProtocolException || why instanceof IllegalArgumentException;
        context.fireExceptionCaught(
                isHeader ? RtmpException.connection(Code.BAD_HANDSHAKE, "no header of the PROXY protocol") : cause);
    }
}
