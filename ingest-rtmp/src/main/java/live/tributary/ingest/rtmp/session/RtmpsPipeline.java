// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.ssl.SslHandler;

/**
 * TLS in front of the pipeline of plain RTMP. One for the server.
 *
 * <p>What a stranger can make us keep is bounded by {@link TlsRecords}: how much a handshake takes, and one record. How long a handshake may take is the business of {@link Timeouts}, whose
 * clock starts with the connection.
 */
public final class RtmpsPipeline extends ChannelInitializer<Channel> {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    /** For a peer that does not read our goodbye. */
    private static final Duration GOODBYE = Duration.ofSeconds(1);

    private final RtmpPipeline plain;
    private final Supplier<SSLContext> certificates;

    /** The certificates are asked for on event loops. */
    public RtmpsPipeline(RtmpPipeline plain, Supplier<SSLContext> certificates) {
        this.plain = plain;
        this.certificates = certificates;
    }

    @Override
    protected void initChannel(Channel channel) {
        SSLEngine engine = certificates.get().createSSLEngine();
        engine.setUseClientMode(false);
        engine.setEnabledProtocols(PROTOCOLS);
        var tls = new SslHandler(engine);
        // The step alarm is ours, and earlier: two alarms would race for the last word.
        tls.setHandshakeTimeoutMillis(0);
        tls.setCloseNotifyFlushTimeoutMillis(GOODBYE.toMillis());
        plain.expectProxy(channel);
        channel.pipeline()
                .addLast("tls records", plain.records(tls.handshakeFuture()))
                .addLast("tls", tls);
        plain.addRtmp(channel);
    }
}
