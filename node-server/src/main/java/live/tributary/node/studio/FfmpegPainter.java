// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.node.kernel.DataDirectory;
import live.tributary.transcoder.ffmpeg.FfmpegExecutable;
import live.tributary.transcoder.ffmpeg.FfmpegExecutable.Absent;
import live.tributary.transcoder.ffmpeg.FfmpegExecutable.Found;
import live.tributary.transcoder.ffmpeg.KeyFrameJpeg;
import live.tributary.transcoder.media.TrackConfiguration;

/**
 * Makes stills with ffmpeg, which it looks for when the first one is wanted: to unpack the bundled one takes seconds that
 * a node does not have when it starts. Any number of threads, which may have to wait.
 */
final class FfmpegPainter implements PreviewKeeper.Painter {

    private static final Logger log = LoggerFactory.getLogger(FfmpegPainter.class);

    private final DataDirectory data;
    private final Map<String, String> environment;
    private final ReentrantLock search = new ReentrantLock();
    private boolean searched;
    private @Nullable KeyFrameJpeg program;

    /** @param environment the environment variables to look in */
    FfmpegPainter(DataDirectory data, Map<String, String> environment) {
        this.data = data;
        this.environment = environment;
    }

    @Override
    public Optional<byte[]> picture(TrackConfiguration configuration, byte[] keyFrame) throws InterruptedException {
        var found = program();
        return found.isPresent() ? found.get().picture(configuration, keyFrame) : Optional.empty();
    }

    private Optional<KeyFrameJpeg> program() {
        search.lock();
        try {
            if (!searched) {
                searched = true;
                program = search();
            }
            return Optional.ofNullable(program);
        } finally {
            search.unlock();
        }
    }

    private @Nullable KeyFrameJpeg search() {
        try {
            return switch (FfmpegExecutable.find(environment, data.resolve("native"))) {
                case Found(var executable) -> new KeyFrameJpeg(executable, data.resolve("preview"));
                case Absent(var reason) -> {
                    log.warn("no preview pictures: {}", reason);
                    yield null;
                }
            };
        } catch (IOException failure) {
            log.warn("no preview pictures: ffmpeg cannot be unpacked", failure);
            return null;
        }
    }
}
