// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.hls.Allowance;
import live.tributary.fixtures.hls.PlaylistHistory;
import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.publisher.ReturningPublisher;
import live.tributary.node.faults.Watching;

import static org.assertj.core.api.Assertions.assertThat;

/** A node that an operator restarts while somebody is on air. */
@Tag("benchmark")
final class ProbeFaultRestart {

    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    private static final Duration WATCHED = Duration.ofSeconds(15);

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void theEncoderReturnsByItselfAndTheAddressStays() throws Exception {
        var clip = OnAirProbe.clip(folder);
        var first = ProbedNode.start();
        var owner = Person.owner(first);
        try (var encoder =
                ReturningPublisher.publish(Programs.DEBIAN_FFMPEG, clip, first.ingest(owner.newKey()), BETWEEN_TRIES)) {
            var master = first.page("/live/%s/master.m3u8".formatted(owner.awaitChannel()));
            var before = watch(master);
            long asked = System.nanoTime();
            try (var _ = first.restart()) {
                long stood = System.nanoTime();
                owner.awaitChannel();
                long back = System.nanoTime();
                var after = watch(master);
                System.out.printf(
                        "orderly restart: the node stood again after %d ms, on air again after %d ms; before %s, after %s%n",
                        (stood - asked) / 1_000_000, (back - asked) / 1_000_000, before, after);
                assertThat(encoder.connections()).isGreaterThan(1);
                before.forEach((playlist, history) -> assertThat(after)
                        .hasEntrySatisfying(
                                playlist, now -> assertThat(now.lastMsn()).isGreaterThan(history.lastMsn())));
            }
        }
    }

    private Map<String, PlaylistHistory> watch(URI master) throws Exception {
        return Watching.begin(client, master, WATCHED, Allowance.HOLES).histories(DEADLINE);
    }
}
