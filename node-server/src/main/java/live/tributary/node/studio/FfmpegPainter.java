// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.ffmpeg.FfmpegExecutable;
import live.tributary.transcoder.ffmpeg.KeyFrameJpeg;
import live.tributary.transcoder.media.TrackConfiguration;

/** Makes stills with the node's ffmpeg, where it has one. Any number of threads, which may have to wait for their turn. */
final class FfmpegPainter implements PreviewKeeper.Painter {

    private final MediaProgram program;
    private final Path directory;
    private @Nullable KeyFrameJpeg jpeg;

    /** @param directory for the empty folders that children work in */
    FfmpegPainter(MediaProgram program, Path directory) {
        this.program = program;
        this.directory = directory;
    }

    @Override
    public Optional<byte[]> picture(TrackConfiguration configuration, byte[] keyFrame) throws InterruptedException {
        var found = program.find();
        return found.isPresent() ? jpeg(found.get()).picture(configuration, keyFrame) : Optional.empty();
    }

    /** One for all, because it makes one still at a time. */
    private synchronized KeyFrameJpeg jpeg(FfmpegExecutable executable) {
        if (jpeg == null) {
            jpeg = new KeyFrameJpeg(executable, directory);
        }
        return jpeg;
    }
}
