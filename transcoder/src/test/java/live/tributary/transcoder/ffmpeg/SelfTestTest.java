// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

final class SelfTestTest {

    @Test
    void reportsAProgramThatDoesNotStart() throws Exception {
        assertThat(SelfTest.run(new FfmpegExecutable(Path.of("/bin/false"))))
                .isEqualTo(new SelfTest.Failed("-version", ""));
    }

    @Test
    void reportsAProgramThatStartsButDoesNotEncode(@TempDir Path folder) throws Exception {
        Path program = Files.writeString(folder.resolve("ffmpeg"), """
                #!/bin/sh
                [ "$1" = -version ] && echo 'ffmpeg version 0 Copyright' && exit 0
                echo 'Unknown encoder libx264' && exit 1
                """);
        assertThat(program.toFile().setExecutable(true)).isTrue();

        assertThat(SelfTest.run(new FfmpegExecutable(program)))
                .isEqualTo(new SelfTest.Failed("encoding one second of H.264 and AAC", "Unknown encoder libx264\n"));
    }

    @Test
    void namesTheDebianPackageOfAMissingLibrary() {
        String answer = """
                \tlibavdevice.so.62 => /cache/libavdevice.so.62 (0x00007f3c4b1d1000)
                \tlibxcb.so.1 => not found
                \tlibpulse.so.0 => not found
                \tlibpulse.so.0 => not found
                \tlibunheard.so.7 => not found
                \t/lib64/ld-linux-x86-64.so.2 (0x00007f3c4b271000)
                """;

        assertThat(MissingLibrary.inAnswerOfLdd(answer))
                .containsExactly(
                        new MissingLibrary("libxcb.so.1", "libxcb1"),
                        new MissingLibrary("libpulse.so.0", "libpulse0"),
                        new MissingLibrary("libunheard.so.7", "apt-file search libunheard.so.7"));
    }

    @Test
    void killsAProgramThatDoesNotEnd() throws Exception {
        ShortRun run = ShortRun.of(List.of("/bin/sleep", "600"), Duration.ofMillis(100));

        assertThat(run.succeeded()).isFalse();
        assertThat(run.output()).contains("no end after PT0.1S");
    }
}
