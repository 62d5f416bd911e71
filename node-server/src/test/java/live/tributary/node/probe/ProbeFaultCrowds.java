// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.hls.MediaPlaylist;
import live.tributary.fixtures.process.Waiting;
import live.tributary.node.faults.Crowd;
import live.tributary.node.faults.Crowds;

import static org.assertj.core.api.Assertions.assertThat;

/** Crowds that cost a node something and bring it nothing, while one person is on air. */
@Tag("benchmark")
final class ProbeFaultCrowds {

    private static final int SLOW_VIEWERS = Integer.getInteger("probe.slow", 500);
    private static final int IDLE_CONNECTIONS = Integer.getInteger("probe.idle", 10_000);
    private static final int STUCK_HANDSHAKES = Integer.getInteger("probe.stuck", 1_000);
    private static final Duration WATCHED = Duration.ofSeconds(Integer.getInteger("probe.seconds", 60));
    private static final Duration SETTLING = Duration.ofSeconds(20);
    private static final Duration GATHERING = Duration.ofMinutes(2);
    private static final long MOST_MORE_KILOBYTES = 200 * 1024;

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void slowViewersCostOnlyThemselves() throws Exception {
        try (var probe = OnAirProbe.start(folder);
                var viewer = PacedRequests.of(probe.live("source.m3u8"))) {
            pause(SETTLING);
            viewer.p95Millis();
            pause(WATCHED);
            double aloneMillis = viewer.p95Millis();
            try (var crowd = Crowds.slowViewers(SLOW_VIEWERS, port(probe), () -> newestSegment(probe))) {
                gathered(crowd, SLOW_VIEWERS);
                pause(SETTLING);
                viewer.p95Millis();
                long before = probe.node.residentKilobytes();
                pause(WATCHED);
                long after = probe.node.residentKilobytes();
                double besideMillis = viewer.p95Millis();
                System.out.printf(
                        "%d slow viewers (%d opened): memory %d MB, then %d MB; p95 of a playlist %.2f ms alone, %.2f ms beside%n",
                        crowd.size(), crowd.opened(), before / 1024, after / 1024, aloneMillis, besideMillis);
                assertThat((double) after / before).isBetween(0.95, 1.05);
            }
            assertThat(viewer.failures()).isEmpty();
            probe.endsWithoutAFinding();
        }
    }

    @Test
    void idleConnectionsCostLittle() throws Exception {
        try (var probe = OnAirProbe.start(folder)) {
            pause(SETTLING);
            long before = probe.node.residentKilobytes();
            try (var crowd = Crowds.idle(IDLE_CONNECTIONS, port(probe))) {
                gathered(crowd, IDLE_CONNECTIONS);
                pause(WATCHED);
                report("idle connections", probe, crowd, before);
            }
            probe.endsWithoutAFinding();
        }
    }

    @Test
    void stuckHandshakesCostLittle() throws Exception {
        try (var probe = OnAirProbe.start(folder)) {
            pause(SETTLING);
            long before = probe.node.residentKilobytes();
            try (var crowd = Crowds.stuckInHandshakes(
                    STUCK_HANDSHAKES, probe.node.ingest("").getPort())) {
                gathered(crowd, STUCK_HANDSHAKES);
                pause(WATCHED);
                assertThat(crowd.opened()).as("each fell and came again").isGreaterThan(3L * STUCK_HANDSHAKES);
                report("stuck handshakes", probe, crowd, before);
            }
            probe.endsWithoutAFinding();
        }
    }

    private void report(String what, OnAirProbe probe, Crowd crowd, long beforeKilobytes) throws Exception {
        long afterKilobytes = probe.node.residentKilobytes();
        long loginNanos = System.nanoTime();
        assertThat(status(probe.node.page("/login"))).isEqualTo(200);
        System.out.printf(
                "%d %s (%d opened): memory %d MB, then %d MB; the page for logging in took %d ms%n",
                crowd.size(),
                what,
                crowd.opened(),
                beforeKilobytes / 1024,
                afterKilobytes / 1024,
                (System.nanoTime() - loginNanos) / 1_000_000);
        assertThat(afterKilobytes - beforeKilobytes).isLessThanOrEqualTo(MOST_MORE_KILOBYTES);
    }

    /** Nine of ten stand at any moment: the others are on their way back. */
    private static void gathered(Crowd crowd, int size) {
        Waiting.until("a crowd of " + size, GATHERING, () -> crowd.size() >= size * 9 / 10);
    }

    private String newestSegment(OnAirProbe probe) {
        try {
            var address = probe.live("source.m3u8");
            var playlist = MediaPlaylist.parse(get(address).body());
            return address.resolve(playlist.segments().getLast().uri()).getPath();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private int status(URI address) throws IOException, InterruptedException {
        return get(address).statusCode();
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address).timeout(SETTLING).build(), BodyHandlers.ofString());
    }

    private static int port(OnAirProbe probe) {
        return probe.node.page("/").getPort();
    }

    private static void pause(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
    }
}
