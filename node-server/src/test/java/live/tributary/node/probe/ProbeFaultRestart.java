// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.hls.Allowance;
import live.tributary.fixtures.hls.PlaylistHistory;
import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.Waiting;
import live.tributary.fixtures.publisher.ReturningPublisher;
import live.tributary.node.faults.Watching;

import static org.assertj.core.api.Assertions.assertThat;

/** A node that an operator restarts while somebody is on air. */
@Tag("benchmark")
final class ProbeFaultRestart {

    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    private static final Duration WATCHED = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void theEncoderReturnsByItselfAndTheAddressStays() throws Exception {
        var clip = OnAirProbe.clip(folder);
        try (var first = ProbedNode.start()) {
            var owner = Person.owner(first);
            var ingest = first.ingest(owner.newKey());
            try (var encoder = ReturningPublisher.publish(Programs.DEBIAN_FFMPEG, clip, ingest, BETWEEN_TRIES)) {
                var master = first.page("/live/%s/master.m3u8".formatted(owner.awaitChannel()));
                var watching = Watching.begin(
                        client, master, Duration.ofMinutes(10), DEADLINE, Allowance.HOLES, Allowance.WITHDRAWN_RUNGS);
                watching.awaitBegin();
                LockSupport.parkNanos(WATCHED.toNanos());
                long asked = System.nanoTime();
                try (var _ = first.restart()) {
                    long stood = System.nanoTime();
                    Waiting.until("the encoder on air again", DEADLINE, () -> isBack(master.resolve("source.m3u8")));
                    long back = System.nanoTime();
                    assertThat(encoder.connections()).isGreaterThan(1);
                    LockSupport.parkNanos(WATCHED.toNanos());
                    encoder.stop();
                    var histories = watching.histories(DEADLINE);
                    System.out.printf(
                            "orderly restart: the node stood again after %d ms, on air again after %d ms; %s%n",
                            (stood - asked) / 1_000_000, (back - asked) / 1_000_000, histories);
                    assertThat(histories.values())
                            .allMatch(PlaylistHistory::ended)
                            .allMatch(history -> history.discontinuities() == 1);
                }
            }
        }
    }

    /** It begins a new piece of time. */
    private boolean isBack(URI playlist) {
        try {
            var request = HttpRequest.newBuilder(playlist).timeout(DEADLINE).build();
            var lines = client.send(request, BodyHandlers.ofString()).body().lines();
            return lines.anyMatch("#EXT-X-DISCONTINUITY"::equals);
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
