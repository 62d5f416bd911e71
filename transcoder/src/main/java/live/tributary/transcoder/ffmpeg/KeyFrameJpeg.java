// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import live.tributary.transcoder.flv.FlvTag;
import live.tributary.transcoder.flv.FlvWriter;
import live.tributary.transcoder.media.TrackConfiguration;
import live.tributary.transcoder.media.VideoCodec;

/**
 * Makes preview pictures: a child process for each, one at a time in a node, with low priority and a deadline. May be
 * called from any thread.
 */
public final class KeyFrameJpeg {

    /** The width of a picture, unless the source is narrower. */
    public static final int WIDTH = 1_280;

    private static final Duration DEADLINE = Duration.ofSeconds(3);
    private static final int MOST_BYTES = 1 << 20;
    private static final int NICENESS = 15;
    private static final String ARGUMENTS = "-hide_banner -loglevel error -nostats -protocol_whitelist pipe"
            + " -threads 1 -f flv -i pipe:0 -frames:v 1 -vf scale=w='min(" + WIDTH
            + ",iw)':h=-2 -q:v 5 -f mjpeg pipe:1";

    private final FfmpegExecutable executable;
    private final Path directory;
    private final Semaphore turn = new Semaphore(1, true);

    /**
     * @param directory each child gets an empty folder in it; the one of {@link EncoderOptions} will do
     */
    public KeyFrameJpeg(FfmpegExecutable executable, Path directory) {
        this.executable = executable;
        this.directory = directory;
    }

    /**
     * Decodes a key frame and makes a JPEG of it. Blocks for up to six seconds, half of them for its turn: for virtual
     * threads.
     *
     * @param configuration how the frame is coded
     * @param keyFrame as {@link EncoderPicture#data}
     * @return the picture; empty when it could not be made, of whatever reason: the one before is as good then
     */
    public Optional<byte[]> picture(TrackConfiguration configuration, byte[] keyFrame) throws InterruptedException {
        if (!turn.tryAcquire(DEADLINE.toNanos(), TimeUnit.NANOSECONDS)) {
            return Optional.empty();
        }
        try (var folder = RunFolder.create(directory)) {
            var child = Child.start(command(), folder.path(), NICENESS, Redirect.PIPE);
            return made(child, configuration, keyFrame);
        } catch (IOException _) {
            return Optional.empty();
        } finally {
            turn.release();
        }
    }

    private List<String> command() {
        var command = new ArrayList<>(List.of(executable.path().toString()));
        command.addAll(List.of(ARGUMENTS.split(" ")));
        return command;
    }

    private static Optional<byte[]> made(Child child, TrackConfiguration configuration, byte[] keyFrame)
            throws InterruptedException {
        var output = new CompletableFuture<byte[]>();
        try {
            Thread.ofPlatform().daemon().name("preview-out").start(() -> read(child, output));
            Thread.ofPlatform().daemon().name("preview-in").start(() -> write(child, configuration, keyFrame));
            Thread.ofPlatform()
                    .daemon()
                    .name("preview-words")
                    .start(() -> new LastWords("preview")
                            .drain(new InputStreamReader(child.errors(), StandardCharsets.UTF_8)));
            var code = child.awaitEnd(DEADLINE);
            if (code.isEmpty() || code.getAsInt() != 0) {
                return Optional.empty();
            }
            byte[] picture = output.join();
            return isJpeg(picture) ? Optional.of(picture) : Optional.empty();
        } finally {
            child.kill();
            // The next one's turn comes when this one is gone.
            child.awaitEnd(DEADLINE);
        }
    }

    private static void write(Child child, TrackConfiguration configuration, byte[] keyFrame) {
        var codec = (VideoCodec) configuration.codec();
        try (OutputStream in = child.input()) {
            var writer = new FlvWriter(in);
            writer.begin(true, false);
            writer.write(new FlvTag.Configuration(0, codec, configuration.record()));
            writer.write(new FlvTag.Picture(0, codec, 0, true, keyFrame));
        } catch (IOException _) {
            // It did not take the picture; that it made none says enough.
        }
    }

    private static void read(Child child, CompletableFuture<byte[]> output) {
        try (var out = child.output()) {
            output.complete(out.readNBytes(MOST_BYTES + 1));
        } catch (IOException _) {
            output.complete(new byte[0]);
        }
    }

    /** From SOI to EOI (ITU-T T.81, B.1.1.3). */
    private static boolean isJpeg(byte[] bytes) {
        int end = bytes.length;
        return end > 4
                && end <= MOST_BYTES
                && bytes[0] == (byte) 0xFF
                && bytes[1] == (byte) 0xD8
                && bytes[end - 2] == (byte) 0xFF
                && bytes[end - 1] == (byte) 0xD9;
    }
}
