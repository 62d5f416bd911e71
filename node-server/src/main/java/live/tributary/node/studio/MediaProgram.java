// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.transcoder.ffmpeg.FfmpegExecutable;

/**
 * The {@code ffmpeg} of this node, looked for when something first needs it: to unpack the bundled one takes seconds.
 * Safe for any thread.
 */
final class MediaProgram {

    private static final Logger log = LoggerFactory.getLogger(MediaProgram.class);

    private final Path cacheDirectory;
    private FfmpegExecutable.@Nullable Finding finding;

    MediaProgram(Path cacheDirectory) {
        this.cacheDirectory = cacheDirectory;
    }

    /** The program; empty, and the reason logged once, where there is none. The source needs none. */
    synchronized Optional<FfmpegExecutable> find() {
        if (finding == null) {
            finding = look();
        }
        return switch (finding) {
            case FfmpegExecutable.Found(var executable) -> Optional.of(executable);
            case FfmpegExecutable.Absent _ -> Optional.empty();
        };
    }

    private FfmpegExecutable.Finding look() {
        FfmpegExecutable.Finding found;
        try {
            found = FfmpegExecutable.find(System.getenv(), cacheDirectory);
        } catch (IOException e) {
            found = new FfmpegExecutable.Absent("cannot unpack it into %s: %s".formatted(cacheDirectory, e));
        }
        if (found instanceof FfmpegExecutable.Absent(String reason)) {
            log.warn("no smaller pictures and no previews, because there is no ffmpeg: {}", reason);
        }
        return found;
    }
}
