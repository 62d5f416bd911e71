// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Tries an ffmpeg on this machine: are its libraries there, does it start, does it encode one second? */
public final class SelfTest {

    private static final Duration VERSION_DEADLINE = Duration.ofSeconds(10);
    private static final Duration ENCODE_DEADLINE = Duration.ofSeconds(30);

    private SelfTest() {}

    /** What the test came to. */
    public sealed interface Result {}

    /**
     * It encodes.
     *
     * @param version the first line of {@code ffmpeg -version}, up to the copyright
     */
    public record Passed(String version) implements Result {}

    /** It cannot start until these libraries are installed. */
    public record LibrariesMissing(List<MissingLibrary> libraries) implements Result {}

    /**
     * It does not work for another reason.
     *
     * @param attempt what was tried
     * @param output what the program said, up to 64 KiB
     */
    public record Failed(String attempt, String output) implements Result {}

    /** Blocks for up to 40 seconds; commonly for one. */
    public static Result run(FfmpegExecutable executable) throws IOException, InterruptedException {
        String ffmpeg = executable.path().toString();
        ShortRun version = ShortRun.of(List.of(ffmpeg, "-version"), VERSION_DEADLINE);
        if (!version.succeeded()) {
            var missing = missingLibraries(ffmpeg);
            return missing.isEmpty() ? new Failed("-version", version.output()) : new LibrariesMissing(missing);
        }
        ShortRun encode = ShortRun.of(encodeOneSecond(ffmpeg), ENCODE_DEADLINE);
        return encode.succeeded()
                ? new Passed(firstWords(version.output()))
                : new Failed("encoding one second of H.264 and AAC", encode.output());
    }

    private static List<MissingLibrary> missingLibraries(String ffmpeg) throws IOException, InterruptedException {
        ShortRun ldd = ShortRun.of(List.of("/usr/bin/ldd", ffmpeg), VERSION_DEADLINE);
        return MissingLibrary.inAnswerOfLdd(ldd.output());
    }

    private static List<String> encodeOneSecond(String ffmpeg) {
        String command = "-hide_banner -loglevel error -f lavfi -i testsrc2=size=320x180:rate=30 -f lavfi -i sine"
                + " -t 1 -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac -f null -";
        return Stream.concat(Stream.of(ffmpeg), Stream.of(command.split(" "))).toList();
    }

    private static String firstWords(String versionOutput) {
        return versionOutput.lines().findFirst().orElse("").replaceFirst(" Copyright.*", "");
    }
}
