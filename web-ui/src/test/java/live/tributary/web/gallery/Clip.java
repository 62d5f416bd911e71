// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.gallery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A stream made by the machine's ffmpeg, as HLS files with programme times: enough for the player to show a picture. */
final class Clip implements AutoCloseable {

    private static final Duration FIRST_PLAYLIST_DEADLINE = Duration.ofSeconds(30);

    private final Path folder;
    private final Process process;

    private Clip(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /** Begins now and goes on at the pace of a clock. */
    static Clip live(Path folder) throws IOException {
        return start(folder, List.of("-re"), List.of());
    }

    /** A few seconds that are already there when this returns, with no end mark: a live stream that froze. */
    static Clip frozen(Path folder) throws IOException {
        var clip = start(folder, List.of(), List.of("-t", "8"));
        clip.process.onExit().join();
        return clip;
    }

    private static Clip start(Path folder, List<String> inputOptions, List<String> outputOptions) throws IOException {
        Files.createDirectories(folder);
        var command = new ArrayList<>(List.of("ffmpeg", "-hide_banner", "-loglevel", "error", "-y"));
        command.addAll(inputOptions);
        command.addAll(List.of("-f", "lavfi", "-i", "gradients=s=640x360:r=25:c0=0x8a4a2b:c1=0x1d3f5a:speed=0.02"));
        command.addAll(inputOptions);
        command.addAll(List.of("-f", "lavfi", "-i", "sine=frequency=330:sample_rate=48000"));
        command.addAll(outputOptions);
        command.addAll(List.of(
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-tune",
                "zerolatency",
                "-pix_fmt",
                "yuv420p",
                "-g",
                "25",
                "-c:a",
                "aac",
                "-f",
                "hls",
                "-hls_time",
                "1",
                "-hls_list_size",
                "8",
                "-hls_segment_type",
                "fmp4",
                "-hls_flags",
                "program_date_time+omit_endlist",
                "-master_pl_name",
                "joined.m3u8",
                "source.m3u8"));
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Clip(folder, process);
    }

    /** Where the files are. */
    Path folder() {
        return folder;
    }

    /** Waits until there is something to play. */
    Clip awaitPlaylist() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + FIRST_PLAYLIST_DEADLINE.toNanos();
        var playlist = folder.resolve("joined.m3u8");
        while (!Files.exists(playlist) && System.nanoTime() < deadline) {
            // Ends early when ffmpeg does; until then it paces this loop.
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        if (!Files.exists(playlist)) {
            throw new IOException("ffmpeg made no playlist in " + folder);
        }
        return this;
    }

    /** The publisher goes away. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
