// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.transcoder.ladder.Rung;

/** The encoders of a node: each broadcast gets one, and each of those a child process while somebody watches. */
public final class FfmpegEncoders implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FfmpegEncoders.class);
    private static final long SECONDS_TO_CLOSE = 4;

    private final FfmpegExecutable executable;
    private final EncoderOptions options;
    private final Set<ChildEncoder> open = ConcurrentHashMap.newKeySet();

    private FfmpegEncoders(FfmpegExecutable executable, EncoderOptions options) {
        this.executable = executable;
        this.options = options;
    }

    /** Sweeps what a node that was killed left in the directory: one node, one directory. */
    public static FfmpegEncoders open(FfmpegExecutable executable, EncoderOptions options) throws IOException {
        RunFolder.sweep(options.directory());
        return new FfmpegEncoders(executable, options);
    }

    /**
     * An encoder for a broadcast that begins. The caller closes it when the broadcast ends.
     *
     * @param channel its name in logs and threads
     * @param ladder what it may make; nothing is made before it is wanted
     */
    public Encoder encoder(String channel, List<Rung> ladder, EncoderListener listener) {
        open.removeIf(ChildEncoder::isOver);
        var encoder = new ChildEncoder(channel, executable, options, ladder, listener);
        open.add(encoder);
        return encoder;
    }

    /** Ends every child. Waits for that, four seconds at most. */
    @Override
    public void close() {
        open.forEach(ChildEncoder::close);
        var all = open.stream().map(ChildEncoder::over).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(all).get(SECONDS_TO_CLOSE, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            log.warn("not every encoder ended in time", e);
        }
    }
}
