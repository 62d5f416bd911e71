// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.Waiting;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.fixtures.publisher.Programme;
import live.tributary.ingest.rtmp.client.Damage;
import live.tributary.ingest.rtmp.client.Sessions;
import live.tributary.ingest.rtmp.client.Wounds;

import static org.assertj.core.api.Assertions.assertThat;

/** While all the bad input we know of is thrown at a server, a real encoder beside it loses nothing. */
class HostileNeighboursTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final int SEEDS = 3;

    private final OneKey node = new OneKey();

    @Test
    void aStreamBesideThemKeepsEveryFrame() throws IOException {
        var anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        // One event loop, so that whoever holds it up holds up all.
        var options = RtmpServerOptions.listeningOn(anywhere).withEventLoops(new EventLoops.Own(1));
        var programme = Programme.synthetic().lasting(Duration.ofSeconds(4));
        try (var server = RtmpServer.start(options, node);
                var good = FfmpegPublisher.publish(Programs.DEBIAN_FFMPEG, programme, address(server))) {
            Waiting.until("a first frame", DEADLINE, () -> frames() > 0, good::output);
            int besideIt = 0;
            for (byte[] bad : everythingBad()) {
                throwAt(server, bad);
                besideIt += recording().ends().isEmpty() ? 1 : 0;
            }
            // A busy machine may need longer for all of it than the stream lasts.
            assertThat(besideIt).as("thrown at a stream that runs").isGreaterThan(30);
            assertThat(good.awaitEnd(DEADLINE)).describedAs(good.output()).isZero();
            Waiting.until("an end", DEADLINE, () -> !recording().ends().isEmpty());
            assertThat(refused()).isGreaterThan(50);
        }
        assertThat(recording().endKind()).contains(PublicationEnd.Kind.CLEAN);
        assertThat(frames()).isEqualTo((int) programme.frameCount());
        assertThat(node.requests().getFirst().publication().figures().dropped()).isZero();
    }

    private static List<byte[]> everythingBad() {
        var bad = new ArrayList<byte[]>();
        Wounds.with(OneKey.KEY).forEach(wound -> bad.add(wound.bytes()));
        for (byte[] session : Sessions.recorded()) {
            for (var damage : Damage.values()) {
                for (int seed = 0; seed < SEEDS; seed++) {
                    bad.add(damage.of(session, seed));
                }
            }
        }
        Collections.shuffle(bad, new Random(1));
        return bad;
    }

    private static void throwAt(RtmpServer server, byte[] bad) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout((int) DEADLINE.toMillis());
            socket.getOutputStream().write(bad);
            socket.shutdownOutput();
            // What was not read yet would be thrown away with a connection that is closed from here.
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException _) {
            // The server had enough of it before its end.
        }
    }

    /** Whoever offends in the same breath in which it asked is gone before it is answered. */
    private long refused() {
        return node.recordings().stream()
                .skip(1)
                .filter(each -> each.endKind()
                        .filter(kind -> kind != PublicationEnd.Kind.CLEAN)
                        .isPresent())
                .count();
    }

    private Recording recording() {
        return node.recordings().getFirst();
    }

    private int frames() {
        return node.recordings().isEmpty()
                ? 0
                : recording().tags(VideoFrame.class).size();
    }

    private static URI address(RtmpServer server) {
        return URI.create("rtmp://127.0.0.1:%d/live/%s".formatted(server.port(), OneKey.KEY));
    }
}
