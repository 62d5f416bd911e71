// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.RunningProgram;
import live.tributary.fixtures.publisher.Clip;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.fixtures.publisher.Programme;
import live.tributary.node.fixtures.SegmentRecorder;

import static org.assertj.core.api.Assertions.assertThat;

/** Ten people on air at once, each with a real encoder that only copies: every frame sent must be in the segments. */
@Tag("benchmark")
final class BenchmarkTenPublishers {

    private static final int PUBLISHERS = Integer.getInteger("probe.publishers", 10);
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("probe.seconds", 300));
    private static final Duration SPARE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void losesNoFrameOfAnyOfThem() throws Exception {
        var programme = Programme.synthetic().sized(1280, 720).lasting(LENGTH);
        Clip clip = FfmpegPublisher.record(Programs.DEBIAN_FFMPEG, programme, folder.resolve("clip.flv"))
                .once();
        try (var node = ProbedNode.start();
                var recording = Executors.newVirtualThreadPerTaskExecutor()) {
            long idleKilobytes = node.residentKilobytes();
            var publishers = new ArrayList<FfmpegPublisher>();
            var recorders = new ArrayList<SegmentRecorder>();
            var recordings = new ArrayList<Future<?>>();
            for (Person person : team(node)) {
                publishers.add(FfmpegPublisher.publish(Programs.DEBIAN_FFMPEG, clip, node.ingest(person.newKey())));
                var recorder = new SegmentRecorder(
                        client,
                        node.page("/live/%s/source.m3u8".formatted(person.awaitChannel())),
                        folder.resolve(recorders.size() + ".mp4"));
                recorders.add(recorder);
                recordings.add(recording.submit(() -> {
                    recorder.run();
                    return recorder;
                }));
            }
            for (var publisher : publishers) {
                assertThat(publisher.awaitEnd(LENGTH.plus(SPARE)))
                        .as(publisher.output())
                        .isZero();
            }
            long busyKilobytes = node.residentKilobytes();
            for (var done : recordings) {
                done.get(SPARE.toSeconds(), TimeUnit.SECONDS);
            }
            report(programme.frameCount(), recorders, idleKilobytes, busyKilobytes);
        }
    }

    private static List<Person> team(ProbedNode node) throws Exception {
        var people = new ArrayList<Person>();
        people.add(Person.owner(node));
        for (int i = 1; i < PUBLISHERS; i++) {
            people.add(people.getFirst().invite("streamer" + i));
        }
        return people;
    }

    private static void report(
            long framesSent, List<SegmentRecorder> recorders, long idleKilobytes, long busyKilobytes) {
        for (SegmentRecorder recorder : recorders) {
            long frames = framesIn(recorder.file());
            System.out.printf(
                    "%s   %d segments, %d of %d frames%n",
                    recorder.file().getFileName(), recorder.segments(), frames, framesSent);
            assertThat(frames).isEqualTo(framesSent);
        }
        System.out.printf(
                "memory of the node: %d MB idle, %d MB at the end%n", idleKilobytes / 1024, busyKilobytes / 1024);
    }

    private static long framesIn(Path file) {
        String command = Programs.DEBIAN_FFPROBE
                + " -v error -count_packets -select_streams v -show_entries stream=nb_read_packets -of csv=p=0 "
                + file;
        try (var ffprobe = RunningProgram.start(List.of(command.split(" ")))) {
            ffprobe.awaitEnd(SPARE);
            return Long.parseLong(ffprobe.output().strip());
        }
    }
}
