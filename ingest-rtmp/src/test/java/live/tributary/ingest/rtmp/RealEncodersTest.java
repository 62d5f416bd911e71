// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.Waiting;
import live.tributary.fixtures.publisher.AudioEncoder;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.fixtures.publisher.GstPublisher;
import live.tributary.fixtures.publisher.Programme;
import live.tributary.fixtures.publisher.SyntheticProgramme;
import live.tributary.fixtures.publisher.VideoEncoder;

import static org.assertj.core.api.Assertions.assertThat;

/** Encoders that people use, over a real socket. */
class RealEncodersTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final SyntheticProgramme THREE_SECONDS =
            Programme.synthetic().lasting(Duration.ofSeconds(3)).asFastAsPossible();

    private final OneKey node = new OneKey();
    private RtmpServer server;

    @BeforeEach
    void start() throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = RtmpServer.start(RtmpServerOptions.listeningOn(address), node);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"H264, AAC, AVC, AAC", "H264_WITH_B_FRAMES, AAC_44100_MONO, AVC, AAC", "H264, MP3, AVC, MP3"})
    void takesEveryFrameOfDebiansFfmpeg(
            VideoEncoder video, AudioEncoder audio, VideoCodec videoCodec, AudioCodec audioCodec) {
        var programme = THREE_SECONDS.with(video, audio);
        try (var publisher = FfmpegPublisher.publish(Programs.DEBIAN_FFMPEG, programme, address(OneKey.KEY))) {
            assertThat(publisher.awaitEnd(DEADLINE))
                    .describedAs(publisher.output())
                    .isZero();
        }
        expectAll(programme.frameCount(), videoCodec, audioCodec);
        assertThat(recording().tags(StreamMetadata.class).getFirst().number("width"))
                .hasValue(640);
    }

    @ParameterizedTest
    @CsvSource({
        "HEVC, AAC, HEVC, AAC",
        "AV1, OPUS, AV1, OPUS",
        "H264_WITH_B_FRAMES, FLAC, AVC, FLAC",
        "H264, AC3, AVC, AC3"
    })
    void takesEveryFrameOfEnhancedRtmp(
            VideoEncoder video, AudioEncoder audio, VideoCodec videoCodec, AudioCodec audioCodec) {
        var programme = THREE_SECONDS.with(video, audio);
        try (var publisher = FfmpegPublisher.publish(Programs.bundledFfmpeg(), programme, address(OneKey.KEY))) {
            assertThat(publisher.awaitEnd(DEADLINE))
                    .describedAs(publisher.output())
                    .isZero();
        }
        expectAll(programme.frameCount(), videoCodec, audioCodec);
        assertThat(recording().tags(StreamMetadata.class).getFirst().number("width"))
                .hasValue(640);
    }

    @Test
    void takesEveryFrameOfGStreamer() {
        var length = Duration.ofSeconds(3);
        try (var publisher = GstPublisher.publish(length, address(OneKey.KEY))) {
            assertThat(publisher.awaitEnd(DEADLINE))
                    .describedAs(publisher.output())
                    .isZero();
        }
        // Its metadata names a width only if the picture was known before the sound: nothing to rely on.
        expectAll(length.toSeconds() * 30, VideoCodec.AVC, AudioCodec.AAC);
    }

    @Test
    void tellsFfmpegWhyItWasRefused() {
        try (var publisher = FfmpegPublisher.publish(Programs.DEBIAN_FFMPEG, THREE_SECONDS, address("sk_wrong"))) {
            assertThat(publisher.awaitEnd(DEADLINE)).isNotZero();
            assertThat(publisher.output()).contains("This key is not known.");
        }
        assertThat(node.recordings()).isEmpty();
    }

    @Test
    void knowsABrokenConnectionFromAGoodbye() {
        var endless = THREE_SECONDS.lasting(Duration.ofSeconds(60));
        try (var publisher = FfmpegPublisher.publish(Programs.DEBIAN_FFMPEG, endless, address(OneKey.KEY))) {
            Waiting.until("a first frame", DEADLINE, () -> frames() > 0, publisher::output);
            publisher.kill();
            Waiting.until("an end", DEADLINE, () -> recording().endKind().isPresent());
        }
        assertThat(recording().endKind()).contains(PublicationEnd.Kind.LOST);
    }

    @Test
    void closesAPublicationFromAnotherThread() {
        var endless = THREE_SECONDS.lasting(Duration.ofSeconds(60));
        try (var publisher = FfmpegPublisher.publish(Programs.DEBIAN_FFMPEG, endless, address(OneKey.KEY))) {
            Waiting.until("a first frame", DEADLINE, () -> frames() > 0, publisher::output);
            Publication publication = node.requests().getFirst().publication();
            publication.close(CloseReason.KEY_REVOKED);
            assertThat(publisher.awaitEnd(DEADLINE)).isNotZero();
            assertThat(publication.figures().bytes()).isPositive();
            assertThat(publication.figures().videoMessages()).isPositive();
        }
        assertThat(recording().ends())
                .containsExactly(
                        new PublicationEnd(PublicationEnd.Kind.CLOSED_BY_US, CloseReason.KEY_REVOKED.description()));
    }

    @Test
    void endsPublicationsWhenTheServerCloses() {
        var endless = THREE_SECONDS.lasting(Duration.ofSeconds(60));
        try (var publisher = FfmpegPublisher.publish(Programs.DEBIAN_FFMPEG, endless, address(OneKey.KEY))) {
            Waiting.until("a first frame", DEADLINE, () -> frames() > 0, publisher::output);
            server.close();
            assertThat(recording().endKind()).contains(PublicationEnd.Kind.CLOSED_BY_US);
        }
    }

    private void expectAll(long frameCount, VideoCodec videoCodec, AudioCodec audioCodec) {
        Waiting.until(
                "an end",
                DEADLINE,
                () -> !node.recordings().isEmpty() && recording().endKind().isPresent());
        assertThat(recording().ends()).hasSize(1);
        assertThat(recording().endKind()).contains(PublicationEnd.Kind.CLEAN);
        var video = recording().tags(VideoFrame.class);
        assertThat(video).hasSize((int) frameCount).allMatch(frame -> frame.codec() == videoCodec);
        assertThat(video.getFirst().keyFrame()).isTrue();
        var audio = recording().tags(AudioFrame.class);
        assertThat(audio).hasSizeGreaterThan(30).allMatch(frame -> frame.codec() == audioCodec);
        expectMonotone(
                video.stream().map(frame -> frame.timestamp().milliseconds()).toList());
        expectMonotone(
                audio.stream().map(frame -> frame.timestamp().milliseconds()).toList());
        assertThat(recording().tags(VideoConfiguration.class)).isNotEmpty();
        assertThat(node.requests().getFirst().publication().figures().dropped()).isZero();
    }

    private static void expectMonotone(List<Long> milliseconds) {
        assertThat(milliseconds).isSorted();
        assertThat(milliseconds.getLast() - milliseconds.getFirst()).isBetween(2_800L, 3_200L);
    }

    private Recording recording() {
        return node.recordings().getFirst();
    }

    private int frames() {
        return node.recordings().isEmpty()
                ? 0
                : recording().tags(VideoFrame.class).size();
    }

    private URI address(String key) {
        return URI.create("rtmp://127.0.0.1:%d/live/%s".formatted(server.port(), key));
    }
}
