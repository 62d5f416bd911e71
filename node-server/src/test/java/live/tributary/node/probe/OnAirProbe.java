// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import live.tributary.fixtures.hls.Allowance;
import live.tributary.fixtures.hls.PlaylistHistory;
import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.publisher.Clip;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.fixtures.publisher.Programme;
import live.tributary.node.faults.Watching;

import static org.assertj.core.api.Assertions.assertThat;

/** A node in a process of its own, one person on air in 720p, and a strict watcher. Closing ends all. */
final class OnAirProbe implements AutoCloseable {

    /** A heap that does not grow: what the process takes more is what a fault costs outside of it. */
    private static final String FIXED_HEAP = "-Xms768m -Xmx768m -XX:+AlwaysPreTouch";

    /** A watcher on a busy machine is behind with what it decodes. */
    private static final Duration TO_THE_END = Duration.ofMinutes(3);

    private static final Duration LONGEST = Duration.ofHours(30);

    final ProbedNode node;
    final Person streamer;
    final String channel;
    private final FfmpegPublisher encoder;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Watching watching;

    private OnAirProbe(ProbedNode node, Person streamer, FfmpegPublisher encoder) {
        this.node = node;
        this.streamer = streamer;
        this.encoder = encoder;
        this.channel = streamer.awaitChannel();
        this.watching =
                Watching.begin(client, live("master.m3u8"), LONGEST, Allowance.HOLES, Allowance.WITHDRAWN_RUNGS);
    }

    static OnAirProbe start(Path folder) throws Exception {
        return start(folder, "");
    }

    /** @param javaOptions more of them */
    static OnAirProbe start(Path folder, String javaOptions, String... settings) throws Exception {
        var options = "TRIBUTARY_JAVA_OPTIONS=%s %s".formatted(FIXED_HEAP, javaOptions);
        var node = ProbedNode.start(List.of("env", options), settings);
        var streamer = Person.owner(node);
        return new OnAirProbe(
                node,
                streamer,
                FfmpegPublisher.publish(Programs.DEBIAN_FFMPEG, clip(folder), node.ingest(streamer.newKey())));
    }

    /** Thirty seconds of 720p, in a loop: where it begins anew, its times do not quite join, which is allowed here. */
    static Clip clip(Path folder) {
        var programme = Programme.synthetic().sized(1280, 720).lasting(Duration.ofSeconds(30));
        return FfmpegPublisher.record(Programs.DEBIAN_FFMPEG, programme, folder.resolve("clip.flv"));
    }

    /** Something of the stream, by its name. */
    URI live(String name) {
        return node.page("/live/%s/%s".formatted(channel, name));
    }

    /** A playlist. */
    String text(String nameAndQuery) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(live(nameAndQuery)).build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    /** The streamer presses stop: what the watcher saw until then, in which there was nothing wrong. */
    void endsWithoutAFinding() throws Exception {
        assertThat(encoder.isRunning()).as(encoder.output()).isTrue();
        encoder.stop();
        assertThat(watching.histories(TO_THE_END).values())
                .allMatch(PlaylistHistory::ended)
                .allMatch(history -> history.discontinuities() == 0)
                .allMatch(history -> history.longestPause().toSeconds() < 4);
    }

    @Override
    public void close() {
        encoder.close();
        node.close();
        client.close();
    }
}
