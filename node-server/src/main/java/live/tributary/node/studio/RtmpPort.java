// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import live.tributary.ingest.rtmp.Proxies;
import live.tributary.ingest.rtmp.PublishHandler;
import live.tributary.ingest.rtmp.RtmpServer;
import live.tributary.ingest.rtmp.RtmpServerOptions;
import live.tributary.ingest.rtmp.Rtmps;
import live.tributary.node.broadcast.Broadcast;
import live.tributary.node.broadcast.Broadcasts;
import live.tributary.node.broadcast.EndReason;
import live.tributary.node.kernel.Actor;

/**
 * Where encoders connect. Opens when everything else of the node stands, closes before anything else goes: stop
 * listening, end the sessions, leave what is on air to the node that comes after.
 */
public final class RtmpPort implements SmartLifecycle {

    /** Encoders take it where an address names none. */
    private static final int USUAL_PORT = 1935;

    private static final Logger log = LoggerFactory.getLogger(RtmpPort.class);

    private final PublishHandler gate;
    private final Rtmps rtmps;
    private final OffAir offAir;
    private final LiveStreams streams;
    private final Broadcasts broadcasts;
    private final StudioProperties properties;
    private final Timers timers;
    private volatile @Nullable RtmpServer server;

    RtmpPort(
            PublishHandler gate,
            Rtmps rtmps,
            OffAir offAir,
            LiveStreams streams,
            Broadcasts broadcasts,
            StudioProperties properties,
            Timers timers) {
        this.gate = gate;
        this.rtmps = rtmps;
        this.offAir = offAir;
        this.streams = streams;
        this.broadcasts = broadcasts;
        this.properties = properties;
        this.timers = timers;
    }

    /** The port encoders reach; the one that was asked for until the server runs. */
    public int port() {
        var running = server;
        return running == null ? properties.rtmpPort() : running.port();
    }

    /** The port for RTMP over TLS; empty where the node has no certificate, or until the server runs. */
    public OptionalInt rtmpsPort() {
        var running = server;
        return running == null ? OptionalInt.empty() : running.rtmpsPort();
    }

    /**
     * What people type into their encoder. Who came by {@code https} is offered RTMP over TLS, if the node speaks it: the
     * certificate is good for the name they used.
     *
     * @param origin scheme and host under which they reach this node
     */
    public String address(URI origin) {
        var encrypted = "https".equals(origin.getScheme()) ? rtmpsPort() : OptionalInt.empty();
        if (encrypted.isPresent()) {
            return "rtmps://%s:%d/%s".formatted(origin.getHost(), encrypted.getAsInt(), properties.rtmpApp());
        }
        var port = port() == USUAL_PORT ? "" : ":" + port();
        return "rtmp://%s%s/%s".formatted(origin.getHost(), port, properties.rtmpApp());
    }

    @Override
    public void start() {
        var address = new InetSocketAddress(properties.rtmpAddress(), properties.rtmpPort());
        var options = RtmpServerOptions.listeningOn(address)
                .withRtmps(rtmps)
                .withProxies(Proxies.parse(properties.proxies()))
                .withApp(properties.rtmpApp());
        try {
            server = RtmpServer.start(options, gate);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        log.info("listening for RTMP port={}", port());
        rtmpsPort().ifPresent(encrypted -> log.info("listening for RTMP over TLS port={}", encrypted));
        endLeftOpen();
    }

    /** A stop or a crash leaves broadcasts open: their publishers get the grace to come back, as after any lost connection. */
    private void endLeftOpen() {
        var leftOpen = broadcasts.allCurrent();
        timers.after(
                properties.lostGrace(),
                () -> leftOpen.stream()
                        .filter(broadcast -> streams.find(broadcast.channel()).isEmpty())
                        .map(Broadcast::id)
                        .forEach(id -> broadcasts.end(Actor.SYSTEM, id, EndReason.NODE_STOPPED)));
    }

    @Override
    public void stop() {
        var running = server;
        server = null;
        if (running != null) {
            running.close();
            offAir.leaveAll();
            log.info("closed the RTMP port");
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }
}
