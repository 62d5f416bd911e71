// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.publisher.AudioEncoder;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.fixtures.publisher.GstPublisher;
import live.tributary.fixtures.publisher.Programme;
import live.tributary.fixtures.publisher.SyntheticProgramme;
import live.tributary.fixtures.publisher.VideoEncoder;
import live.tributary.ingest.rtmp.OneKey;
import live.tributary.ingest.rtmp.RtmpServer;
import live.tributary.ingest.rtmp.RtmpServerOptions;

/** Makes the recorded sessions under {@code src/test/resources/rtmp} anew. The key in them opens nothing. */
public final class RecordSessions {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final SyntheticProgramme SMALL = Programme.synthetic()
            .sized(160, 90)
            .paced(15, 8)
            .lasting(Duration.ofSeconds(1))
            .asFastAsPossible();

    private RecordSessions() {}

    /** The first argument is the folder to write to. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        record(
                folder.resolve("ffmpeg5-avc-aac.rtmp"),
                address -> publish(
                        Programs.DEBIAN_FFMPEG,
                        SMALL.with(VideoEncoder.H264_WITH_B_FRAMES, AudioEncoder.AAC),
                        address));
        record(
                folder.resolve("ffmpeg8-hevc-opus.rtmp"),
                address ->
                        publish(Programs.bundledFfmpeg(), SMALL.with(VideoEncoder.HEVC, AudioEncoder.OPUS), address));
        record(
                folder.resolve("ffmpeg8-av1-ac3.rtmp"),
                address -> publish(Programs.bundledFfmpeg(), SMALL.with(VideoEncoder.AV1, AudioEncoder.AC3), address));
        record(folder.resolve("gstreamer-avc-aac.rtmp"), address -> {
            try (var publisher = GstPublisher.publish(Duration.ofMillis(200), address)) {
                publisher.awaitEnd(DEADLINE);
            }
        });
    }

    private static void publish(Path ffmpeg, Programme programme, URI address) {
        try (var publisher = FfmpegPublisher.publish(ffmpeg, programme, address)) {
            publisher.awaitEnd(DEADLINE);
        }
    }

    private static void record(Path file, Consumer<URI> encoder) throws IOException, InterruptedException {
        var anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (var server = RtmpServer.start(RtmpServerOptions.listeningOn(anywhere), new OneKey());
                var proxy = new RecordingProxy(server.port())) {
            encoder.accept(URI.create("rtmp://127.0.0.1:%d/live/%s".formatted(proxy.port(), OneKey.KEY)));
            Files.write(file, proxy.recording());
        }
    }
}
