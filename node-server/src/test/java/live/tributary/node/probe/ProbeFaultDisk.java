// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.hls.Allowance;
import live.tributary.fixtures.hls.PlaylistHistory;
import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.Waiting;
import live.tributary.fixtures.publisher.Clip;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.node.faults.Watching;

import static org.assertj.core.api.Assertions.assertThat;

/** The disk of a node, that of its database too, takes nothing any more while somebody is on air. Needs to be root. */
@Tag("benchmark")
final class ProbeFaultDisk {

    private static final String DISK_SIZE = "700m";
    private static final Duration FULL = Duration.ofSeconds(Integer.getInteger("probe.seconds", 120));
    private static final Duration SETTLING = Duration.ofSeconds(20);
    private static final Duration BETWEEN_CHANGES = Duration.ofSeconds(2);
    private static final Duration HEALTHY = Duration.ofSeconds(30);
    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final Pattern CONNECTED = Pattern.compile("publisher connected");

    /** Of the keys that were acknowledged, from the last one on. */
    private static final int LOOKED_AT = 5;

    private static final int BLOCK_BYTES = 1 << 20;

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void liveGoesOnAndNothingIsAcknowledgedFalsely() throws Exception {
        var clip = OnAirProbe.clip(folder);
        try (var node = ProbedNode.startOnDisk(DISK_SIZE, "tributary.dvr.disk-reserve=0B")) {
            var owner = Person.owner(node);
            var acknowledged = new ArrayList<String>();
            try (var encoder = FfmpegPublisher.publish(Programs.DEBIAN_FFMPEG, clip, node.ingest(owner.newKey()))) {
                var master = node.page("/live/%s/master.m3u8".formatted(owner.awaitChannel()));
                var watching = Watching.begin(
                        client, master, Duration.ofMinutes(30), Allowance.HOLES, Allowance.WITHDRAWN_RUNGS);
                LockSupport.parkNanos(SETTLING.toNanos());
                fillAndFree(node, owner, acknowledged);
                LockSupport.parkNanos(SETTLING.toNanos());
                assertThat(encoder.isRunning()).as(encoder.output()).isTrue();
                encoder.stop();
                var histories = watching.histories(DEADLINE);
                System.out.println("disk full: " + histories);
                assertThat(histories.values())
                        .allMatch(PlaylistHistory::ended)
                        .allMatch(history -> history.discontinuities() == 0)
                        .allMatch(history -> history.longestPause().toSeconds() < 4);
            }
            for (var key : acknowledged.reversed().stream().limit(LOOKED_AT).toList()) {
                assertIsKnown(key, node, clip);
            }
        }
    }

    private void fillAndFree(ProbedNode node, Person owner, List<String> acknowledged) throws Exception {
        var filling = node.disk().resolve("filling");
        long filled = fill(filling);
        int refused = change(owner, acknowledged);
        assertThat(node.output()).as("the disk refused something").contains("No space left on device");
        Files.delete(filling);
        long freed = System.nanoTime();
        Waiting.until("health", HEALTHY, () -> isHealthy(node.health()));
        System.out.printf(
                "disk full (%d MB written) for %s: %d changes refused, %d acknowledged, healthy %d ms after there was room%n",
                filled >> 20, FULL, refused, acknowledged.size(), (System.nanoTime() - freed) / 1_000_000);
        acknowledged.add(owner.newKey());
    }

    private static long fill(Path file) throws IOException {
        long written = 0;
        var block = new byte[BLOCK_BYTES];
        try (OutputStream filling = Files.newOutputStream(file)) {
            while (true) {
                filling.write(block);
                written += block.length;
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
            return written;
        }
    }

    /** Until the time is over: what the database takes it must have. */
    private static int change(Person owner, List<String> acknowledged) throws Exception {
        int refused = 0;
        long start = System.nanoTime();
        while (System.nanoTime() - start < FULL.toNanos()) {
            try {
                acknowledged.add(owner.newKey());
            } catch (AssertionError no) {
                refused++;
            }
            LockSupport.parkNanos(BETWEEN_CHANGES.toNanos());
        }
        return refused;
    }

    private static void assertIsKnown(String key, ProbedNode node, Clip clip) {
        long before = connections(node);
        try (var encoder = FfmpegPublisher.publish(Programs.DEBIAN_FFMPEG, clip, node.ingest(key))) {
            Waiting.until("a publisher with this key", DEADLINE, () -> connections(node) > before, encoder::output);
            encoder.stop();
        }
    }

    private static long connections(ProbedNode node) {
        return CONNECTED.matcher(node.output()).results().count();
    }

    private boolean isHealthy(URI health) {
        try {
            var request = HttpRequest.newBuilder(health).timeout(HEALTHY).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }
}
