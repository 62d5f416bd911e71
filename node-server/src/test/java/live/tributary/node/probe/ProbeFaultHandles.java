// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.hls.Allowance;
import live.tributary.fixtures.hls.PlaylistHistory;
import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.Waiting;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.node.faults.Crowds;
import live.tributary.node.faults.Watching;

import static org.assertj.core.api.Assertions.assertThat;

/** A node that may open few files, and more connections than that. */
@Tag("benchmark")
final class ProbeFaultHandles {

    private static final int HANDLES = 500;
    private static final Duration WATCHED = Duration.ofSeconds(20);
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @Test
    void whatRunsStaysAndWhatIsNewIsRefused() throws Exception {
        var clip = OnAirProbe.clip(folder);
        try (var node = ProbedNode.start(List.of("prlimit", "--nofile=" + HANDLES));
                var client = HttpClient.newHttpClient()) {
            var owner = Person.owner(node);
            var other = owner.invite("other");
            URI address = node.ingest(other.newKey());
            try (var encoder = FfmpegPublisher.publish(Programs.DEBIAN_FFMPEG, clip, node.ingest(owner.newKey()))) {
                var master = node.page("/live/%s/master.m3u8".formatted(owner.awaitChannel()));
                var watching = Watching.begin(client, master, Duration.ofMinutes(10), Allowance.HOLES);
                LockSupport.parkNanos(WATCHED.toNanos());
                try (var _ = Crowds.idle(2 * HANDLES, node.page("/").getPort())) {
                    Waiting.until("no more handles", DEADLINE, () -> node.openHandles() >= HANDLES - 5);
                    try (var refused = FfmpegPublisher.publish(Programs.DEBIAN_FFMPEG, clip, address)) {
                        LockSupport.parkNanos(WATCHED.toNanos());
                        System.out.printf(
                                "handles exhausted (%d of %d): newcomer still trying: %s%n",
                                node.openHandles(), HANDLES, refused.isRunning());
                    }
                    assertThat(encoder.isRunning()).as(encoder.output()).isTrue();
                }
                try (var taken = FfmpegPublisher.publish(Programs.DEBIAN_FFMPEG, clip, address)) {
                    other.awaitChannel();
                    assertThat(taken.isRunning()).isTrue();
                }
                encoder.stop();
                assertThat(watching.histories(DEADLINE).values())
                        .allMatch(PlaylistHistory::ended)
                        .allMatch(history -> history.discontinuities() == 0);
            }
        }
    }
}
