// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A program that ran to its end, or was killed at its deadline.
 *
 * @param succeeded whether it ended in time with exit code 0
 * @param output the first 64 KiB of what it said, both streams together
 */
record ShortRun(boolean succeeded, String output) {

    private static final int OUTPUT_LIMIT_BYTES = 64 * 1024;

    static ShortRun of(List<String> command, Duration deadline) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        Process process = builder.start();
        process.getOutputStream().close();
        var output = CompletableFuture.supplyAsync(() -> headOf(process.getInputStream()), Thread::startVirtualThread);
        if (process.waitFor(deadline)) {
            return new ShortRun(process.exitValue() == 0, output.join());
        }
        // By its handle: Process.destroyForcibly also closes the stream that is being read.
        process.toHandle().destroyForcibly();
        return new ShortRun(false, output.join() + "\nno end after " + deadline);
    }

    private static String headOf(InputStream stream) {
        try (stream) {
            byte[] head = stream.readNBytes(OUTPUT_LIMIT_BYTES);
            stream.transferTo(OutputStream.nullOutputStream());
            return new String(head, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
