// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import live.tributary.fixtures.hls.Allowance;
import live.tributary.fixtures.hls.StreamWatch;
import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.RunningProgram;
import live.tributary.fixtures.process.Waiting;
import live.tributary.fixtures.publisher.AudioEncoder;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.fixtures.publisher.GstPublisher;
import live.tributary.fixtures.publisher.Programme;
import live.tributary.fixtures.publisher.VideoEncoder;
import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.RunningNode;
import live.tributary.node.fixtures.SegmentRecorder;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.WebVisitor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What encoders of the wild send over RTMP comes out of the node's playlists whole, decodes without a warning, and breaks
 * no rule that a strict player would notice.
 */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RealEncodersTest {

    private static final Duration LENGTH = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long FRAMES_PER_SECOND = 30;
    private static final long SOUNDS_OF_A_PART = 10;

    private final RunningNode node;
    private final House house;
    private final URI ingest;
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    RealEncodersTest(TestDatabase database) {
        // What comes after the goodbye of an encoder is no part of this.
        node = RunningNode.start(database, "tributary.studio.clean-grace=1s");
        house = House.on(node);
        ingest = node.ingest(house.key("studio").key().value());
    }

    @AfterAll
    void stop() {
        client.close();
        node.close();
    }

    @ParameterizedTest
    @CsvSource({"H264_WITH_B_FRAMES, AAC_44100_MONO", "HEVC, AAC", "AV1, OPUS", "H264, FLAC"})
    void ffmpegOverEnhancedRtmp(VideoEncoder video, AudioEncoder audio) throws Exception {
        var programme = Programme.synthetic().with(video, audio).lasting(LENGTH);
        try (var encoder = FfmpegPublisher.publish(Programs.bundledFfmpeg(), programme, ingest)) {
            everyFrameReachesViewers();
            assertThat(encoder.awaitEnd(PATIENCE)).as(encoder.output()).isZero();
        }
    }

    /** Its live sources leave frames out when the machine is busy. */
    @Test
    void gstreamer() throws Exception {
        try (var encoder = GstPublisher.publish(LENGTH, ingest)) {
            everyFrameReachesViewers(Allowance.HOLES);
            assertThat(encoder.awaitEnd(PATIENCE)).as(encoder.output()).isZero();
        }
    }

    private void everyFrameReachesViewers(Allowance... allowed) throws Exception {
        Waiting.until("a live channel", PATIENCE, this::isLive);
        var recorders = List.of(recorder("source"), recorder("j-source"), recorder("audio"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var recordings = new ArrayList<Future<?>>();
            for (var recorder : recorders) {
                recordings.add(threads.submit(() -> {
                    recorder.run();
                    return recorder;
                }));
            }
            for (var master : List.of("master.m3u8", "joined.m3u8")) {
                recordings.add(threads.submit(() -> {
                    assertThat(new StreamWatch(client, address(master), allowed).follow(PATIENCE))
                            .as(master)
                            .isEmpty();
                    return master;
                }));
            }
            for (var recording : recordings) {
                recording.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        }
        for (var recorder : recorders) {
            assertThat(decodingWarnings(recorder.file()))
                    .as(recorder.file().toString())
                    .isEmpty();
        }
        var sent = LENGTH.toSeconds() * FRAMES_PER_SECOND;
        assertThat(frames(recorders.getFirst().file(), "v")).isEqualTo(sent);
        assertThat(frames(recorders.get(1).file(), "v")).isEqualTo(sent);
        // In the joined view, sound goes with a picture: what comes after the last one has none to go with.
        var sounds = frames(recorders.getLast().file(), "a");
        assertThat(frames(recorders.get(1).file(), "a")).isBetween(sounds - SOUNDS_OF_A_PART, sounds);
    }

    private SegmentRecorder recorder(String playlist) {
        return new SegmentRecorder(client, address(playlist + ".m3u8"), folder.resolve(playlist + ".mp4"));
    }

    private URI address(String playlist) {
        return node.web().resolve("/live/%s/%s".formatted(house.channel(), playlist));
    }

    private boolean isLive() {
        return new WebVisitor(node.web())
                .getJson("/api/v1/channels/" + house.channel())
                .body()
                .contains("\"state\":\"live\"");
    }

    private static String decodingWarnings(Path file) {
        return run(
                Programs.bundledFfmpeg().toString(),
                "-v",
                "warning",
                "-i",
                file.toString(),
                "-fps_mode",
                "passthrough",
                "-enc_time_base",
                "demux",
                "-f",
                "null",
                "-");
    }

    private static long frames(Path file, String kind) {
        return Long.parseLong(run(
                Programs.DEBIAN_FFPROBE.toString(),
                "-v",
                "error",
                "-count_frames",
                "-select_streams",
                kind,
                "-show_entries",
                "stream=nb_read_frames",
                "-of",
                "csv=p=0",
                file.toString()));
    }

    private static String run(String... command) {
        try (var program = RunningProgram.start(List.of(command))) {
            assertThat(program.awaitEnd(PATIENCE)).as(program.output()).isZero();
            return program.output().strip();
        }
    }
}
