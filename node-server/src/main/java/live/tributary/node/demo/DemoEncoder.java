// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The ffmpeg child that encodes painted pictures and a soundscape and publishes them, as a streamer's encoder does.
 *
 * <p>Used by one thread, but for {@link #close}.
 */
final class DemoEncoder implements AutoCloseable {

    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private static final String ENCODING = "-vf scale=out_color_matrix=bt709:out_range=tv,format=yuv420p"
            + " -colorspace bt709 -color_primaries bt709 -color_trc bt709"
            + " -c:v libx264 -preset veryfast -tune zerolatency -b:v 2500k -maxrate 2500k -bufsize 2500k"
            + " -x264-params scenecut=0 -c:a aac -b:a 128k -ar 48000 -ac 2 -flush_packets 1"
            + " -flvflags no_duration_filesize -f flv";

    private static final int KEY_FRAME_SECONDS = 2;

    private final Process process;
    private volatile String lastWords = "";

    private DemoEncoder(Process process) {
        this.process = process;
    }

    static DemoEncoder start(Path ffmpeg, String address) throws IOException {
        Process process = new ProcessBuilder(command(ffmpeg, address))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        var encoder = new DemoEncoder(process);
        Thread.ofVirtual().name("demo-encoder-words").start(encoder::listen);
        return encoder;
    }

    private static List<String> command(Path ffmpeg, String address) {
        var command = new ArrayList<String>();
        if (Files.isExecutable(SETSID)) {
            // Ctrl-C goes to every process of a terminal's group: the node shall hear it first and say goodbye.
            command.add(SETSID.toString());
        }
        command.addAll(List.of(ffmpeg.toString(), "-hide_banner", "-loglevel", "error", "-nostats"));
        command.addAll(words("-f rawvideo -pix_fmt bgr0 -s %dx%d -r %d -i pipe:0"
                .formatted(RiverPicture.WIDTH, RiverPicture.HEIGHT, RiverPicture.FRAMES_PER_SECOND)));
        command.addAll(List.of("-f", "lavfi", "-i", Soundscape.LAVFI, "-map", "0:v", "-map", "1:a", "-g"));
        command.add(Integer.toString(KEY_FRAME_SECONDS * RiverPicture.FRAMES_PER_SECOND));
        command.addAll(words(ENCODING));
        command.add(address);
        return command;
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    private void listen() {
        try (BufferedReader errors = process.errorReader()) {
            errors.lines().forEach(line -> lastWords = line);
        } catch (IOException | UncheckedIOException e) {
            lastWords = e.toString();
        }
    }

    /** Takes one picture after the other, as raw pixels. */
    OutputStream pictures() {
        return process.getOutputStream();
    }

    /** What it said last, for the log. */
    String lastWords() {
        return lastWords;
    }

    /** Asks ffmpeg to end, which says goodbye to the node, and does not wait for long. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GOODBYE)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
