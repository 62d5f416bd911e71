// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

import live.tributary.transcoder.ffmpeg.FfmpegExecutable.Absent;
import live.tributary.transcoder.ffmpeg.FfmpegExecutable.Found;

/**
 * The self-test as a command, for {@code ./tributary doctor}: what works and what this machine can carry, a line each, on
 * standard output; exit code 0 if it passed.
 */
public final class SelfTestCommand {

    private SelfTestCommand() {}

    /** Takes one argument: the directory to unpack the bundled program into. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var finding = FfmpegExecutable.find(System.getenv(), Path.of(arguments[0]));
        System.exit(
                switch (finding) {
                    case Absent(String reason) -> say(1, reason);
                    case Found(FfmpegExecutable executable) -> report(executable);
                });
    }

    private static int report(FfmpegExecutable executable) throws IOException, InterruptedException {
        return switch (SelfTest.run(executable)) {
            case SelfTest.Passed(String version) -> {
                say(0, version + " encodes H.264 and AAC");
                yield reportSpeed(SpeedTest.run(executable, VideoCoder.X264));
            }
            case SelfTest.LibrariesMissing(var libraries) ->
                say(
                        1,
                        libraries.stream()
                                .map(library ->
                                        library.file() + " is missing; Debian package " + library.debianPackage())
                                .collect(Collectors.joining(" · ")));
            case SelfTest.Failed(String attempt, String output) -> say(1, attempt + " failed: " + output.strip());
        };
    }

    private static int reportSpeed(SpeedTest.Result result) {
        return switch (result) {
            case SpeedTest.Measured measured -> {
                int cores = Runtime.getRuntime().availableProcessors();
                new MachineLadder(cores, measured).lines().forEach(System.out::println);
                yield 0;
            }
            case SpeedTest.Failed(String output) -> say(1, "its speed cannot be measured: " + output.strip());
        };
    }

    private static int say(int exitCode, String line) {
        System.out.println(line);
        return exitCode;
    }
}
