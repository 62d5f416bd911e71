// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import live.tributary.fixtures.process.Programs;
import live.tributary.transcoder.clip.Clip;
import live.tributary.transcoder.media.AccessUnit;
import live.tributary.transcoder.media.TrackConfiguration;
import live.tributary.transcoder.media.VideoCodec;

import static org.assertj.core.api.Assertions.assertThat;

final class KeyFrameJpegTest {

    @TempDir
    private Path folder;

    /** Options of the source, size of the picture. */
    @ParameterizedTest
    @CsvSource({
        "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -s 1920x1080, 1280, 720",
        "-c:v libx264 -preset ultrafast -pix_fmt yuv420p, 320, 180",
        "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -s 720x1280, 720, 1280",
        "-c:v libx265 -preset ultrafast -x265-params log-level=error -pix_fmt yuv420p10le -s 1280x720, 1280, 720"
    })
    void makesAPictureOfAKeyFrame(String options, int width, int height) throws Exception {
        var clip = Clip.make(folder, "5", "-t 0.2 -an " + options);

        byte[] jpeg = maker().picture(configuration(clip), keyFrame(clip)).orElseThrow();

        var picture = ImageIO.read(new ByteArrayInputStream(jpeg));
        assertThat(picture.getWidth()).isEqualTo(width);
        assertThat(picture.getHeight()).isEqualTo(height);
        assertThat(jpeg.length).isLessThan(400_000);
        assertThat(folder.resolve("previews")).isEmptyDirectory();
    }

    @Test
    void makesNoneOfWhatIsNoPicture() throws Exception {
        var clip = Clip.make(folder, "5", "-t 0.2 -an -c:v libx264 -preset ultrafast -pix_fmt yuv420p");

        assertThat(maker().picture(configuration(clip), new byte[] {0, 0, 0, 1, 9}))
                .isEmpty();
        assertThat(maker().picture(new TrackConfiguration(0, VideoCodec.AVC, new byte[3]), keyFrame(clip)))
                .isEmpty();
        assertThat(folder.resolve("previews")).isEmptyDirectory();
    }

    @Test
    void makesNoneWithAProgramThatSendsSomethingElse() throws Exception {
        var clip = Clip.make(folder, "5", "-t 0.2 -an -c:v libx264 -preset ultrafast -pix_fmt yuv420p");
        Path liar = Files.writeString(folder.resolve("liar"), "#!/bin/sh\nexec echo no picture\n");
        assertThat(liar.toFile().setExecutable(true)).isTrue();
        var maker = new KeyFrameJpeg(new FfmpegExecutable(liar), folder.resolve("previews"));

        assertThat(maker.picture(configuration(clip), keyFrame(clip))).isEmpty();
    }

    @Test
    void killsAProgramThatTakesTooLong() throws Exception {
        var clip = Clip.make(folder, "5", "-t 0.2 -an -c:v libx264 -preset ultrafast -pix_fmt yuv420p");
        Path sleeper = Files.writeString(folder.resolve("sleeper"), "#!/bin/sh\nexec sleep 600\n");
        assertThat(sleeper.toFile().setExecutable(true)).isTrue();
        var maker = new KeyFrameJpeg(new FfmpegExecutable(sleeper), folder.resolve("previews"));

        assertThat(maker.picture(configuration(clip), keyFrame(clip))).isEmpty();

        assertThat(ProcessHandle.current().children())
                .noneMatch(child -> child.info().commandLine().orElse("").contains("sleep 600"));
    }

    @Test
    void makesOneAtATime() throws Exception {
        var clip = Clip.make(folder, "5", "-t 0.2 -an -c:v libx264 -preset ultrafast -pix_fmt yuv420p");
        var maker = maker();
        List<CompletableFuture<Boolean>> asked = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            var answer = new CompletableFuture<Boolean>();
            asked.add(answer);
            Thread.startVirtualThread(() -> {
                try {
                    answer.complete(
                            maker.picture(configuration(clip), keyFrame(clip)).isPresent());
                } catch (InterruptedException e) {
                    answer.completeExceptionally(e);
                }
            });
        }

        assertThat(asked).allMatch(CompletableFuture::join);
    }

    private KeyFrameJpeg maker() {
        return new KeyFrameJpeg(new FfmpegExecutable(Programs.bundledFfmpeg()), folder.resolve("previews"));
    }

    private static TrackConfiguration configuration(Clip clip) {
        return clip.inputs().stream()
                .filter(input -> input instanceof TrackConfiguration configuration
                        && configuration.codec() instanceof VideoCodec)
                .map(TrackConfiguration.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static byte[] keyFrame(Clip clip) {
        return clip.inputs().stream()
                .filter(input -> input instanceof AccessUnit unit && unit.keyFrame())
                .map(input -> ((AccessUnit) input).data())
                .findFirst()
                .orElseThrow();
    }
}
