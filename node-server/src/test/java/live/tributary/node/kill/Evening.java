// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kill;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.Waiting;
import live.tributary.fixtures.publisher.Clip;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.fixtures.publisher.Programme;
import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.NodeProcess;
import live.tributary.node.fixtures.RunningNode;
import live.tributary.node.fixtures.TestDatabase;

/** A broadcast by a real encoder whose node is killed again and again. */
final class Evening implements AutoCloseable {

    private static final Path FFMPEG = Programs.DEBIAN_FFMPEG;
    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final Duration PROGRAMME = Duration.ofSeconds(20);
    private static final int HURRY = 16;

    private final NodeProcess node;
    private final StubbornPublisher publisher;
    private final EveningWatch watch;

    private Evening(NodeProcess node, StubbornPublisher publisher, EveningWatch watch) {
        this.node = node;
        this.publisher = publisher;
        this.watch = watch;
    }

    static Evening begin(TestDatabase database, Path folder) throws IOException {
        var programme = Programme.synthetic().lasting(PROGRAMME);
        return begin(database, folder, FfmpegPublisher.record(FFMPEG, programme, folder.resolve("clip.flv")), 0);
    }

    /** @param segments sent in a hurry before it goes on at its own pace, so that viewers can go back at once */
    static Evening begin(TestDatabase database, Path folder, Clip clip, int segments) throws IOException {
        House house;
        String key;
        try (var first = RunningNode.start(database)) {
            house = House.on(first);
            key = house.key("evening").key().value();
        }
        var node = NodeProcess.start(database, folder.resolve("data"));
        var watch = EveningWatch.start(node.media(house.channel().value()));
        if (segments > 0) {
            try (var _ = FfmpegPublisher.publish(FFMPEG, clip.atPace(HURRY), node.ingest(key))) {
                Waiting.until("what lies back", DEADLINE, () -> watch.listed() >= segments, node::output);
            }
        }
        return new Evening(node, StubbornPublisher.start(FFMPEG, clip, node.ingest(key)), watch);
    }

    /** Where people watch it. */
    URI page() {
        return node.web().resolve("/@river/" + House.OWNER);
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
        node.kill();
        node.startAgain();
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
