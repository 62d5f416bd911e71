// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.faults;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import live.tributary.fixtures.fault.Fault;
import live.tributary.fixtures.fault.Flow;
import live.tributary.fixtures.hls.Allowance;
import live.tributary.fixtures.process.Waiting;
import live.tributary.fixtures.publisher.Clip;
import live.tributary.node.studio.ConnectionFacts;
import live.tributary.node.studio.StreamState;

import static org.assertj.core.api.Assertions.assertThat;

/** What happens to encoders, in its short form. Each scene sees to it that its fault really happened. */
final class PublisherFaults {

    /** What the node of these scenes waits for a lost encoder. */
    static final Duration GRACE = Duration.ofSeconds(6);

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration STALL = Duration.ofSeconds(3);
    private static final int DAMAGED_CONNECTIONS = 8;
    private static final double DAMAGED_BYTES = 0.001;

    private PublisherFaults() {}

    /** Plays a scene; throws where a promise is not kept. */
    interface Play {
        void play(Scene scene, Clip clip) throws Exception;
    }

    /** A scene and the member to whom it happens. */
    record Act(String handle, Play scene) {}

    /** All scenes by the words of their tests. */
    static Map<String, Act> all() {
        var acts = new LinkedHashMap<String, Act>();
        acts.put("an encoder is cut off and comes back", new Act("cut", PublisherFaults::cutAndBack));
        acts.put("an encoder comes back too late", new Act("late", PublisherFaults::backTooLate));
        acts.put("a line is silent for a while", new Act("silent", PublisherFaults::stall));
        acts.put("a line is dead and another encoder takes over", new Act("dead", PublisherFaults::halfOpen));
        acts.put("packets are lost on a thin line", new Act("thin", PublisherFaults::badLine));
        acts.put("what comes is damaged", new Act("damaged", PublisherFaults::damage));
        return acts;
    }

    private static void cutAndBack(Scene scene, Clip clip) throws Exception {
        try (var encoder = scene.publish(clip)) {
            scene.awaitLive();
            var watching = scene.watch();
            var broadcast = scene.stream().broadcast();
            scene.awaitSegments(2);
            scene.line.reset();
            assertThat(scene.line.figures().resets()).isEqualTo(1);
            scene.await("the loss", stream -> stream.state() instanceof StreamState.Lost);
            scene.awaitLive();
            scene.awaitSegments(2);
            assertThat(scene.stream().broadcast()).isEqualTo(broadcast);
            encoder.stop();
            assertThat(encoder.connections()).isEqualTo(2);
            assertThat(watching.histories(DEADLINE).values()).allSatisfy(history -> {
                assertThat(history.discontinuities()).isEqualTo(1);
                assertThat(history.ended()).isTrue();
            });
        }
    }

    private static void backTooLate(Scene scene, Clip clip) throws Exception {
        try (var encoder = scene.publishDirectly(clip)) {
            scene.awaitLive();
            var watching = scene.watch();
            var broadcast = scene.stream().broadcast();
            scene.awaitSegments(1);
            encoder.kill();
            scene.await("the loss", stream -> stream.state() instanceof StreamState.Lost);
            var histories = watching.histories(GRACE.plus(DEADLINE));
            assertThat(histories.values())
                    .allSatisfy(history -> assertThat(history.ended()).isTrue());
            long last = scene.playlist().lastMsn();
            try (var again = scene.publishDirectly(clip)) {
                scene.awaitLive();
                assertThat(again.isRunning()).isTrue();
                assertThat(scene.stream().broadcast()).isNotEqualTo(broadcast);
                assertThat(scene.playlist().mediaSequence()).isGreaterThan(last);
            }
        }
    }

    private static void stall(Scene scene, Clip clip) throws Exception {
        try (var encoder = scene.publish(clip)) {
            scene.awaitLive();
            var watching = scene.watch();
            scene.awaitSegments(1);
            scene.line.inflict(Flow.UP, new Fault.Silence());
            LockSupport.parkNanos(STALL.toNanos());
            assertThat(scene.line.figures().bytesWithheld()).isPositive();
            scene.line.heal();
            scene.awaitSegments(3);
            encoder.stop();
            assertThat(encoder.connections()).isEqualTo(1);
            assertThat(watching.histories(DEADLINE).values()).allSatisfy(history -> {
                assertThat(history.longestPause()).isGreaterThan(STALL.minusMillis(500));
                assertThat(history.discontinuities()).isZero();
                assertThat(history.ended()).isTrue();
            });
        }
    }

    private static void halfOpen(Scene scene, Clip clip) throws Exception {
        try (var first = scene.publish(clip)) {
            scene.awaitLive();
            var watching = scene.watch();
            scene.awaitSegments(1);
            var since = since(scene);
            scene.line.inflict(new Fault.Silence());
            try (var second = scene.publishDirectly(clip)) {
                Waiting.until("the take-over", DEADLINE, () -> !since(scene).equals(since));
                scene.awaitSegments(2);
                assertThat(scene.line.figures().bytesWithheld()).isPositive();
                assertThat(first.connections()).isEqualTo(1);
                second.stop();
            }
            assertThat(watching.histories(DEADLINE).values()).allSatisfy(history -> {
                assertThat(history.discontinuities()).isEqualTo(1);
                assertThat(history.ended()).isTrue();
            });
        }
    }

    /** Since when the connection that feeds the stream is there; empty text while there is none. */
    private static String since(Scene scene) {
        return scene.stream()
                .facts()
                .map(ConnectionFacts::since)
                .map(Object::toString)
                .orElse("");
    }

    private static void badLine(Scene scene, Clip clip) throws Exception {
        scene.line.inflict(Flow.UP, new Fault.Loss(0.05, Duration.ofMillis(60)));
        try (var encoder = scene.publish(clip)) {
            scene.awaitLive();
            var watching = scene.watch(Allowance.HOLES);
            scene.awaitSegments(3);
            scene.line.inflict(Flow.UP, new Fault.Delay(Duration.ofMillis(200), Duration.ofMillis(300)));
            scene.awaitSegments(3);
            encoder.stop();
            assertThat(scene.line.figures().packetsLost()).isPositive();
            assertThat(encoder.connections()).isEqualTo(1);
            assertThat(watching.histories(DEADLINE).values())
                    .allSatisfy(history -> assertThat(history.discontinuities()).isZero());
        }
    }

    /** Whatever the node makes of it, it must end what it began, and take a good encoder afterwards. */
    private static void damage(Scene scene, Clip clip) throws Exception {
        scene.line.inflict(Flow.UP, new Fault.Damage(DAMAGED_BYTES));
        try (var encoder = scene.publish(clip.once().asFastAsPossible())) {
            Waiting.until("damaged connections", DEADLINE, () -> encoder.connections() > DAMAGED_CONNECTIONS);
        }
        assertThat(scene.line.figures().bytesDamaged()).isPositive();
        scene.line.heal();
        try (var good = scene.publishDirectly(clip)) {
            scene.awaitLive();
            scene.awaitSegments(2);
            assertThat(good.isRunning()).isTrue();
        }
    }
}
