// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.Waiting;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.fixtures.publisher.Programme;
import live.tributary.fixtures.publisher.SyntheticProgramme;
import live.tributary.node.broadcast.Broadcasts;
import live.tributary.node.broadcast.EndReason;
import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.RunningNode;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.WebVisitor;
import live.tributary.node.health.Cause;
import live.tributary.node.health.HealthRecord;
import live.tributary.node.health.HealthRecords;
import live.tributary.node.health.HealthReport;
import live.tributary.node.health.Playbacks;
import live.tributary.node.health.TileReading;

import static org.assertj.core.api.Assertions.assertThat;

/** Real encoders with wrong settings or a bad line, and what the page says of them. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HealthOfEncodersTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final SyntheticProgramme SMALL =
            Programme.synthetic().lasting(Duration.ofMinutes(2)).sized(320, 180);

    private final RunningNode node;
    private final House house;
    private final LiveStreams streams;
    private final Broadcasts broadcasts;

    HealthOfEncodersTest(TestDatabase database) {
        node = RunningNode.start(database, "tributary.studio.clean-grace=1s", "tributary.studio.loudness-streams=4");
        house = House.on(node);
        streams = node.get(LiveStreams.class);
        broadcasts = node.get(Broadcasts.class);
    }

    @AfterEach
    void endWhatRuns() {
        broadcasts
                .current(house.channel())
                .ifPresent(open -> broadcasts.end(house.actor(), open.id(), EndReason.ENDED_BY_HAND));
        Waiting.until(
                "the end",
                DEADLINE,
                () -> streams.find(house.channel()).filter(LiveStream::open).isEmpty());
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void saysThatKeyFramesAreTooRareAndKeepsItInTheRecord() {
        try (var _ = publish(SMALL.paced(30, 180), ingest())) {
            awaitVerdict("KEY_FRAMES_RARE");
            var report = report();
            assertThat(report.verdict().values().get("seconds")).isBetween(4.2, 6.1);
            assertThat(report.tiles()).extracting(TileReading::tile).hasSize(6);
            assertThat(report.log()).isNotEmpty();
            Waiting.until(
                    "a stretch of it",
                    DEADLINE,
                    () -> report().stretches().stream().anyMatch(stretch -> stretch.cause() == Cause.KEY_FRAMES));
            var page = studio();
            assertThat(page).contains("Key frames come every").contains("Settings, Output, Keyframe Interval");
        }
        var broadcast = streams.find(house.channel()).orElseThrow().broadcast();
        endWhatRuns();
        Waiting.until(
                "its record",
                DEADLINE,
                () -> lastRecord()
                        .filter(kept -> kept.broadcast().equals(broadcast))
                        .isPresent());
        var kept = lastRecord().orElseThrow();
        assertThat(kept.causes()).containsKey(Cause.KEY_FRAMES);
        assertThat(kept.figures().frames()).isPositive();
        assertThat(studio()).contains("Last broadcast").contains("Key frames too rare");
    }

    @Test
    void saysThatTheUploadIsTooSlowForTheStream() throws IOException {
        try (var line = new SlowLine(node.get(RtmpPort.class).port(), 24_000);
                var _ = publish(SMALL, URI.create("rtmp://127.0.0.1:%d/live/%s".formatted(line.port(), key())))) {
            awaitVerdict("UPLOAD_SLOW");
            assertThat(studio()).contains("Your upload is too slow").contains("Settings, Output, Video Bitrate");
        }
    }

    @Test
    void findsNothingToFixOnAGoodLineAndCountsWhatPlayersReport() {
        try (var _ = publish(SMALL, ingest())) {
            awaitVerdict("GOOD");
            assertThat(streams.find(house.channel()).orElseThrow().ladder())
                    .extracting(LadderLine::kind)
                    .containsExactly(LadderLine.Kind.SOURCE, LadderLine.Kind.AUDIO);
            assertThat(report("{\"event\":\"started\",\"millis\":640}")).isEqualTo(204);
            assertThat(report("{\"event\":\"stalled\"}")).isEqualTo(204);
            assertThat(report("{\"event\":\"delay\",\"millis\":1840}")).isEqualTo(204);
            var counts = report().viewers();
            assertThat(counts.players()).isEqualTo(1);
            assertThat(counts.smooth()).isZero();
            assertThat(counts.startUpHalfMillis()).isEqualTo(1_000);
            assertThat(counts.delayHalfMillis()).isEqualTo(2_000);
            new WebVisitor(node.web())
                    .get("/live/%s/source.m3u8?CMCD=bl%%3D1500%%2Cbs%%2Csid%%3D%%22x%%22".formatted(house.channel()));
            assertThat(report().viewers().others()).isEqualTo(new Playbacks.Others(1, 1, 0, 1_500, 1_500));
        }
    }

    @Test
    void listensAndDoesNotPretendToWhileItCannot() {
        try (var _ = publish(SMALL, ingest())) {
            Waiting.until(
                    "three seconds of sound",
                    DEADLINE,
                    () -> streams.find(house.channel())
                            .filter(stream -> stream.health().report().sound().shortTermLufs() < -10)
                            .filter(stream -> stream.health().report().sound().shortTermLufs() > -50)
                            .isPresent());
            assertThat(studio()).contains("LUFS").contains("Quiet.");
            listeners().forEach(ProcessHandle::destroyForcibly);
            Waiting.until("no more figures", DEADLINE, () -> !report().sound().measured());
            assertThat(studio()).contains("Loudness is not measured");
            Waiting.until(
                    "another that listens", DEADLINE, () -> report().sound().measured());
        }
        endWhatRuns();
        Waiting.until(
                "nobody who listens", DEADLINE, () -> listeners().findAny().isEmpty());
        Waiting.until(
                "the record of what was heard",
                DEADLINE,
                () -> lastRecord()
                        .filter(record -> record.figures().lufs() > -50)
                        .filter(record -> record.figures().lufs() < -10)
                        .isPresent());
    }

    private static Stream<ProcessHandle> listeners() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .filter(child -> child.info().commandLine().orElse("").contains("ebur128"));
    }

    @Test
    void takesNoReportThatIsNone() {
        assertThat(report("{\"event\":\"praise\"}")).isEqualTo(422);
        assertThat(report("{\"event\":\"delay\",\"millis\":-1}")).isEqualTo(422);
        assertThat(report("{}")).isEqualTo(422);
        assertThat(report("{")).isEqualTo(400);
        assertThat(report("{\"event\":\"" + "x".repeat(1_100) + "\"}")).isEqualTo(413);
        var elsewhere = Map.of("Origin", "https://elsewhere.example");
        assertThat(new WebVisitor(node.web())
                        .send("POST", path(), "{\"event\":\"stalled\"}", elsewhere)
                        .status())
                .isEqualTo(403);
    }

    private int report(String json) {
        var here = Map.of("Origin", node.web().toString());
        return new WebVisitor(node.web()).send("POST", path(), json, here).status();
    }

    private String path() {
        return "/api/v1/channels/%s/playback".formatted(house.channel());
    }

    private String studio() {
        var member = new WebVisitor(node.web());
        member.logIn(House.OWNER, House.PASSWORD);
        return member.get("/studio").page().text();
    }

    private Optional<HealthRecord> lastRecord() {
        return node.get(HealthRecords.class).latest(house.actor(), house.channel());
    }

    private HealthReport report() {
        return streams.find(house.channel()).orElseThrow().health().report();
    }

    private void awaitVerdict(String kind) {
        Waiting.until(
                kind,
                DEADLINE,
                () -> streams.find(house.channel())
                        .filter(stream -> stream.state() instanceof StreamState.Live)
                        .map(stream -> stream.health().report().verdict().kind().name())
                        .filter(kind::equals)
                        .isPresent(),
                () -> streams.find(house.channel())
                        .map(stream -> stream.health().report().toString())
                        .orElse("no stream"));
    }

    private String key() {
        return house.key("studio").key().value();
    }

    private URI ingest() {
        return node.ingest(key());
    }

    private static FfmpegPublisher publish(Programme programme, URI address) {
        return FfmpegPublisher.publish(Programs.DEBIAN_FFMPEG, programme, address);
    }
}
