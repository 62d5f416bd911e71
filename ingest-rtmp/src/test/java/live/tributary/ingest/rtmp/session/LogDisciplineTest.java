// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import live.tributary.ingest.rtmp.OneKey;
import live.tributary.ingest.rtmp.RtmpLimits;
import live.tributary.ingest.rtmp.client.Encoder;
import live.tributary.ingest.rtmp.client.SelfSigned;
import live.tributary.ingest.rtmp.client.Wire;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever goes wrong: no key, no address, and not a line for every stranger. */
class LogDisciplineTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger("live.tributary.ingest.rtmp");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Peer.Time time = new Peer.Time();
    private final RtmpPipeline server = Peer.server(new OneKey(), RtmpLimits.DEFAULTS, time);

    @BeforeEach
    void listen() {
        lines.start();
        logger.setLevel(Level.TRACE);
        logger.setAdditive(false);
        logger.addAppender(lines);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
        logger.setAdditive(true);
        logger.setLevel(Level.OFF);
    }

    @Test
    void writesNoKeyAndNoAddressWhereverTheyWerePut() {
        var broken = new Wire().nothing().string(OneKey.KEY).u8(0xFF).bytes();
        List<Encoder> sessions = List.of(
                new Encoder().prelude(OneKey.KEY).publish(OneKey.KEY).video(0, Wire.hex("90 76766331 01")),
                new Encoder().prelude("sk_wrongsecret").publish("sk_wrongsecret"),
                new Encoder().connect(OneKey.KEY).publish(""),
                new Encoder().connect("live?key=" + OneKey.KEY).publish("x").publish(OneKey.KEY),
                new Encoder().connect("live/" + OneKey.KEY).command(OneKey.KEY, 1, broken),
                new Encoder().command(OneKey.KEY, 1, broken));
        for (Encoder session : sessions) {
            try (var peer = new Peer(server, time, new InetSocketAddress("192.0.2.77", 40_000))) {
                peer.send(new Encoder().handshake()).send(session).hangUp();
                peer.wait(Duration.ofSeconds(2));
            }
        }
        assertThat(lines.list).isNotEmpty();
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains(OneKey.KEY) || line.contains("secret") || line.contains("192.0.2.77"));
    }

    @Test
    void quotesNothingOfPlainRtmpThatComesWhereTlsIsSpoken(@TempDir Path folder) {
        var certificate = SelfSigned.in(folder);
        var encrypted = new RtmpsPipeline(server, certificate::server);
        try (var peer = new Peer(encrypted, time, new InetSocketAddress("192.0.2.77", 40_000))) {
            peer.send(new Encoder().handshake().prelude(OneKey.KEY).publish(OneKey.KEY));
        }
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .singleElement()
                .asString()
                .contains("no TLS");
        assertThat(lines.list).extracting(ILoggingEvent::getThrowableProxy).containsOnlyNulls();
    }

    @Test
    void writesOneLineASecondAboutStrangersAndCountsTheRest() {
        for (int i = 0; i < 50; i++) {
            try (var peer = new Peer(server, time, new InetSocketAddress("192.0.2.77", 40_000))) {
                peer.send((byte) 'G');
            }
        }
        assertThat(lines.list).hasSize(1);
        try (var peer = new Peer(server, time, new InetSocketAddress("192.0.2.77", 40_000))) {
            peer.wait(Duration.ofSeconds(1)).send((byte) 'G');
        }
        assertThat(lines.list).hasSize(2).last().asString().contains("unlogged=49");
    }
}
