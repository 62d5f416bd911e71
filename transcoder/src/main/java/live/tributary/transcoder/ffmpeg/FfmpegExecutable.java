// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * An {@code ffmpeg} program that this machine may start as a child process.
 *
 * <p>The source rendition needs none. It is a program and not a library on purpose: a bad frame then kills the child
 * and not the node.
 *
 * @param path the program itself; a bundled one finds its libraries beside it
 */
public record FfmpegExecutable(Path path) {

    /** The environment variable that names the operator's own program. */
    public static final String VARIABLE = "FFMPEG_PATH";

    /** What a search came to. */
    public sealed interface Finding {}

    /** There is a program; whether it works is for {@link SelfTest} to say. */
    public record Found(FfmpegExecutable executable) implements Finding {}

    /**
     * There is none.
     *
     * @param reason one sentence for the operator, with the way out
     */
    public record Absent(String reason) implements Finding {}

    /**
     * Takes the program that {@code FFMPEG_PATH} names, or else unpacks the bundled one, once per version.
     *
     * <p>May be called from any thread and by several processes at once; blocks for some seconds the first time.
     *
     * @param environment the environment variables to look in
     * @param cacheDirectory where the bundled program is unpacked (86 MB); made if missing
     */
    public static Finding find(Map<String, String> environment, Path cacheDirectory) throws IOException {
        String own = environment.getOrDefault(VARIABLE, "");
        if (own.isBlank()) {
            return BundledFfmpeg.unpack(cacheDirectory);
        }
        Path path = Path.of(own).toAbsolutePath();
        if (!Files.isExecutable(path)) {
            return new Absent("%s names %s, which is not a program that can be run.".formatted(VARIABLE, path));
        }
        return new Found(new FfmpegExecutable(path));
    }
}
