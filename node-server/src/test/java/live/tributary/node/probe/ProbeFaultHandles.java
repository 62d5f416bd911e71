// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.hls.Allowance;
import live.tributary.fixtures.hls.PlaylistHistory;
import live.tributary.fixtures.load.GeneratorProcess;
import live.tributary.fixtures.load.LoadOrder;
import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.Waiting;
import live.tributary.fixtures.publisher.Clip;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.node.faults.Crowds;
import live.tributary.node.faults.Watching;

import static org.assertj.core.api.Assertions.assertThat;

/** A node that may open few files, and more connections than that. */
@Tag("benchmark")
final class ProbeFaultHandles {

    private static final int HANDLES = 500;
    private static final int VIEWERS = 5;
    private static final Duration SETTLING = Duration.ofSeconds(20);
    private static final Duration WATCHED = Duration.ofSeconds(Integer.getInteger("probe.seconds", 60));
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    /** Connections get three quarters of the handles, and some come and go at any moment. */
    private static final int MOST_TAKEN = HANDLES * 3 / 4 - 20;

    /** Of a processor, above what the node took before: a listener that asks again and again takes a whole one. */
    private static final double MOST_MORE_WORK = 0.3;

    private static final Pattern SHORT =
            Pattern.compile("viewers who come wait: file handles run short free=\\d+ limit=" + HANDLES);
    private static final Pattern ENOUGH = Pattern.compile("viewers can connect again");

    @TempDir
    private Path folder;

    /** Somebody who goes on air beside the crowd. */
    private record Newcomer(Clip clip, URI ingest, Person person) {

        void goOnAir() throws Exception {
            try (var publisher = FfmpegPublisher.publish(Programs.DEBIAN_FFMPEG, clip, ingest)) {
                person.awaitChannel();
                assertThat(publisher.isRunning()).as(publisher.output()).isTrue();
            }
        }
    }

    @Test
    void whatIsOnAirKeepsWhatItNeeds() throws Exception {
        var clip = OnAirProbe.clip(folder);
        try (var node = ProbedNode.start(List.of("prlimit", "--nofile=" + HANDLES));
                var client = HttpClient.newHttpClient();
                var viewers = GeneratorProcess.start(List.of())) {
            var owner = Person.owner(node);
            var other = owner.invite("other");
            var newcomer = new Newcomer(clip, node.ingest(other.newKey()), other);
            try (var encoder = FfmpegPublisher.publish(Programs.DEBIAN_FFMPEG, clip, node.ingest(owner.newKey()))) {
                var master = node.page("/live/%s/master.m3u8".formatted(owner.awaitChannel()));
                // It opens connections now and then, for which it has to wait; viewers with theirs must notice nothing.
                var watching = Watching.begin(
                        client, master, Duration.ofMinutes(10), DEADLINE, Allowance.HOLES, Allowance.WITHDRAWN_RUNGS);
                viewers.begin(new LoadOrder.Watch(VIEWERS, master.resolve("source.m3u8")));
                viewers.awaitConnections(VIEWERS);
                LockSupport.parkNanos(SETTLING.toNanos());
                exhaust(node, viewers, newcomer);
                assertThat(encoder.isRunning()).as(encoder.output()).isTrue();
                toldOnce(node);
                encoder.stop();
                var histories = watching.histories(DEADLINE);
                System.out.println("handles exhausted: " + histories);
                assertThat(histories.values())
                        .allMatch(PlaylistHistory::ended)
                        .allMatch(history -> history.discontinuities() == 0);
            }
        }
    }

    /** The node takes connections until a quarter of its handles is left; all others wait, and what is on air goes on. */
    private static void exhaust(ProbedNode node, GeneratorProcess viewers, Newcomer newcomer) throws Exception {
        double workBefore = work(node);
        try (var crowd = Crowds.idle(2 * HANDLES, node.page("/").getPort())) {
            Waiting.until("a crowd that waits", DEADLINE, () -> node.openHandles() >= MOST_TAKEN);
            viewers.mark();
            double workBeside = work(node);
            newcomer.goOnAir();
            var counts = viewers.mark();
            System.out.printf(
                    "handles exhausted: %d of %d open, %d connections tried; a new stream is on air; %.2f processors before,"
                            + " %.2f beside; %d viewers fetched %d parts, %d failed%n",
                    node.openHandles(),
                    HANDLES,
                    crowd.opened(),
                    workBefore,
                    workBeside,
                    VIEWERS,
                    counts.delivered(),
                    counts.failures());
            assertThat(crowd.opened()).as("more than there are handles").isGreaterThan(HANDLES);
            assertThat(workBeside - workBefore).isLessThan(MOST_MORE_WORK);
            assertThat(counts.delivered()).isGreaterThan(VIEWERS * WATCHED.toSeconds());
            assertThat(counts.failures()).isZero();
        }
    }

    private static void toldOnce(ProbedNode node) {
        Waiting.until(
                "a word that it is over",
                DEADLINE,
                () -> ENOUGH.matcher(node.output()).find());
        assertThat(SHORT.matcher(node.output()).results()).hasSize(1);
    }

    /** Processors that the node keeps busy. */
    private static double work(ProbedNode node) {
        var before = node.processorTime();
        long start = System.nanoTime();
        LockSupport.parkNanos(WATCHED.dividedBy(2).toNanos());
        return node.processorTime().minus(before).toNanos() / (double) (System.nanoTime() - start);
    }
}
