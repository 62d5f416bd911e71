// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.transcoder.ffmpeg.FfmpegExecutable.Absent;
import live.tributary.transcoder.ffmpeg.FfmpegExecutable.Found;

import static org.assertj.core.api.Assertions.assertThat;

final class FfmpegExecutableTest {

    @TempDir
    private Path cache;

    @Test
    void unpacksTheBundledProgramOnceAndItEncodes() throws Exception {
        var first = FfmpegExecutable.find(Map.of(), cache);
        var again = FfmpegExecutable.find(Map.of(), cache);

        assertThat(again).isEqualTo(first);
        assertThat(foldersIn(cache)).hasSize(1);
        assertThat(first)
                .isInstanceOfSatisfying(
                        Found.class,
                        found -> assertThat(found.executable().path())
                                .isExecutable()
                                .hasFileName("ffmpeg"));
        assertThat(SelfTest.run(((Found) first).executable()))
                .isInstanceOfSatisfying(
                        SelfTest.Passed.class,
                        passed -> assertThat(passed.version()).startsWith("ffmpeg version 8."));
    }

    @Test
    void mapsNoNativeLibraryIntoThisJvm() throws Exception {
        FfmpegExecutable.find(Map.of(), cache);

        assertThat(Files.readString(Path.of("/proc/self/maps")))
                .doesNotContain("libav")
                .doesNotContain("jnijavacpp");
    }

    @Test
    void prefersTheOperatorsOwnProgram() throws IOException {
        assertThat(FfmpegExecutable.find(Map.of("FFMPEG_PATH", "/bin/true"), cache))
                .isEqualTo(new Found(new FfmpegExecutable(Path.of("/bin/true"))));
        assertThat(foldersIn(cache)).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithTheOperatorsOwnProgram() throws IOException {
        assertThat(FfmpegExecutable.find(Map.of("FFMPEG_PATH", "/nowhere/ffmpeg"), cache))
                .isEqualTo(new Absent("FFMPEG_PATH names /nowhere/ffmpeg, which is not a program that can be run."));
    }

    private static Stream<Path> foldersIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        }
    }
}
