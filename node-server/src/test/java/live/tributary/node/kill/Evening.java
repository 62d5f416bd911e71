// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kill;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.Waiting;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.fixtures.publisher.Programme;
import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.RunningNode;
import live.tributary.node.fixtures.TestDatabase;

/** A broadcast by a real encoder whose node is killed again and again. */
final class Evening implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final Duration PROGRAMME = Duration.ofSeconds(20);

    private final KillableNode node;
    private final StubbornPublisher publisher;
    private final EveningWatch watch;

    private Evening(KillableNode node, StubbornPublisher publisher, EveningWatch watch) {
        this.node = node;
        this.publisher = publisher;
        this.watch = watch;
    }

    static Evening begin(TestDatabase database, Path folder) throws IOException {
        House house;
        String key;
        try (var first = RunningNode.start(database)) {
            house = House.on(first);
            key = house.key("evening").key().value();
        }
        var ffmpeg = Programs.DEBIAN_FFMPEG;
        var programme = Programme.synthetic().lasting(PROGRAMME);
        var clip = FfmpegPublisher.record(ffmpeg, programme, folder.resolve("clip.flv"));
        var node = KillableNode.start(database, folder.resolve("data"));
        var publisher = StubbornPublisher.start(ffmpeg, clip, node.ingest(key));
        var watch = EveningWatch.start(node.media(house.channel().value()));
        return new Evening(node, publisher, watch);
    }

    EveningWatch watch() {
        return watch;
    }

    String output() {
        return node.output();
    }

    /** Until the source playlist has grown by so many segments. */
    void awaitSegments(int count) {
        var until = lastMsn() + count;
        Waiting.until("segments", DEADLINE, () -> lastMsn() >= until, () -> watch.findings() + "\n" + node.output());
    }

    /**
     * Kills the node at a moment that nobody chose, and waits for the first new segment.
     *
     * @return from the encoder's return to that segment
     */
    Duration kill(RandomGenerator random) {
        LockSupport.parkNanos(random.nextLong(Duration.ofSeconds(3).toNanos()));
        var before = lastMsn();
        node.killAndStartAgain();
        watch.fetchAllAgain();
        Waiting.until(
                "a new segment", DEADLINE, () -> lastMsn() > before + 1, () -> watch.findings() + "\n" + node.output());
        return Duration.ofNanos(System.nanoTime() - publisher.connectedNanos());
    }

    private long lastMsn() {
        return watch.source().map(playlist -> playlist.open().msn()).orElse(-1L);
    }

    @Override
    public void close() {
        watch.close();
        publisher.close();
        node.close();
    }
}
