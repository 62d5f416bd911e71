// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.bench.Pinning;
import live.tributary.fixtures.bench.ResultFile;
import live.tributary.fixtures.bench.Window;
import live.tributary.fixtures.hls.MediaPlaylist;
import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.Waiting;
import live.tributary.fixtures.publisher.AudioEncoder;
import live.tributary.fixtures.publisher.Clip;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.fixtures.publisher.Programme;
import live.tributary.fixtures.publisher.VideoEncoder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How much later a smaller picture is there than the same one as sent, and how soon after somebody asks for it: the smallest
 * rung of 720p30, by the bundled FFmpeg, from where its viewers are.
 */
@Tag("benchmark")
final class BenchmarkRungs {

    private static final int STARTS = Integer.getInteger("bench.starts", 10);
    private static final double MOST_ADDED_MILLIS = 20;
    private static final double LONGEST_START_MILLIS = 1_500;

    /** So that a rung is asked for at any moment of a group of pictures. */
    private static final Duration BEFORE_ASKING = Duration.ofSeconds(5);

    private static final Duration PART = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final double NANOS_PER_MILLI = 1e6;

    @TempDir
    private Path folder;

    private final BenchTimes times = BenchTimes.fromCommandLine();
    private final StreamReader reader = new StreamReader();

    @Test
    void addsLittleToTheDelay() throws Exception {
        var result = new ResultFile("rungs-added");
        result.line("| source | parts | p50 | p95 | longest |");
        result.line("|---|---|---|---|---|");
        var added = added(VideoEncoder.H264_AT_2560_KBPS);
        result.line(row("no B-frames", added));
        result.line(row("two B-frames", added(VideoEncoder.H264_WITH_B_FRAMES)));
        assertThat(percentile(added, 95)).isLessThanOrEqualTo(MOST_ADDED_MILLIS);
    }

    private List<Double> added(VideoEncoder encoder) throws Exception {
        var measured = times.window().multipliedBy(4);
        var clip = clip(encoder, times.warmUp().plus(measured).plusSeconds(30));
        try (var node = BenchNode.start(Pinning.NONE, 1, folder, List.of());
                var _ = FfmpegPublisher.publish(Programs.DEBIAN_FFMPEG, clip, node.ingest(0))) {
            var source = node.playlists(1).getFirst();
            var rung = awaitRung(node.master(0));
            reader.playlist(rung);
            try (var warming = PartWatch.follow(rung)) {
                Window.pass(times.warmUp());
                assertThat(warming.parts()).isPositive();
            }
            try (var asSent = PartWatch.follow(source);
                    var smaller = PartWatch.follow(rung)) {
                Window.pass(measured);
                var behind = smaller.millisBehind(asSent);
                // By how long it went, and not by how many were seen: a rung may be given up on the way.
                assertThat(behind).as("most parts are compared").hasSizeGreaterThan(parts(measured) * 9 / 10);
                return behind;
            }
        }
    }

    private static int parts(Duration length) {
        return (int) length.dividedBy(PART);
    }

    @Test
    void playsSoonAfterItIsAskedFor() throws Exception {
        var result = new ResultFile("rungs-start");
        var clip = clip(VideoEncoder.H264_AT_2560_KBPS, PATIENCE);
        var starts = new ArrayList<Double>();
        var random = new Random();
        try (var node = BenchNode.start(Pinning.NONE, STARTS, folder, List.of())) {
            // Each time somebody else is on air, whose pictures nobody has asked for yet.
            for (int person = 0; person < STARTS; person++) {
                try (var publisher = FfmpegPublisher.publish(Programs.DEBIAN_FFMPEG, clip, node.ingest(person))) {
                    var rung = awaitRung(node.master(person));
                    Window.pass(BEFORE_ASKING.plusMillis(random.nextInt(2_000)));
                    starts.add(millisToThePicture(rung));
                    publisher.stop();
                }
            }
        }
        var sorted = starts.stream().sorted().toList();
        result.line("| starts | p50 | p95 | longest |");
        result.line("|---|---|---|---|");
        result.line("| %d | %.0f ms | %.0f ms | %.0f ms |"
                .formatted(STARTS, percentile(sorted, 50), percentile(sorted, 95), sorted.getLast()));
        assertThat(percentile(sorted, 95)).isLessThanOrEqualTo(LONGEST_START_MILLIS);
    }

    /** As a player does it: the list, how it begins, and the first part that can be played. */
    private double millisToThePicture(URI rung) throws IOException {
        long asked = System.nanoTime();
        var list = reader.playlist(rung);
        while (playable(list).isEmpty()) {
            list = reader.playlist(PartWatch.next(rung, list));
        }
        var maps = list.all().flatMap(segment -> segment.maps().stream()).toList();
        reader.bytes(rung.resolve(maps.getLast()));
        reader.bytes(rung.resolve(playable(list).orElseThrow().uri()));
        return (System.nanoTime() - asked) / NANOS_PER_MILLI;
    }

    private static Optional<MediaPlaylist.Part> playable(MediaPlaylist list) {
        return list.all()
                .flatMap(segment -> segment.parts().stream())
                .filter(MediaPlaylist.Part::independent)
                .findFirst();
    }

    private Clip clip(VideoEncoder encoder, Duration length) {
        var programme = Programme.synthetic()
                .with(encoder, AudioEncoder.AAC)
                .sized(1280, 720)
                .lasting(length);
        return FfmpegPublisher.record(Programs.DEBIAN_FFMPEG, programme, folder.resolve(encoder + ".flv"));
    }

    private URI awaitRung(URI master) {
        var found = new ArrayList<String>();
        Waiting.until(
                "a smaller picture", PATIENCE, () -> found.addAll(rungs(master).toList()));
        return master.resolve(found.getLast());
    }

    private Stream<String> rungs(URI master) {
        try {
            return new String(reader.bytes(master), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.matches("h\\d+\\.m3u8"));
        } catch (IOException notYet) {
            return Stream.empty();
        }
    }

    private static String row(String source, List<Double> sorted) {
        return "| %s | %d | %.1f ms | %.1f ms | %.1f ms |"
                .formatted(source, sorted.size(), percentile(sorted, 50), percentile(sorted, 95), sorted.getLast());
    }

    private static double percentile(List<Double> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
