// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.clip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import live.tributary.fixtures.process.Programs;
import live.tributary.transcoder.media.MediaInput;
import live.tributary.transcoder.media.StreamHints;

/** A short film that FFmpeg makes for a test. */
public final class Clip {

    /** When every clip begins to arrive. */
    public static final Instant START = Instant.parse("2026-11-25T12:00:00Z");

    public static final StreamHints SIZE = StreamHints.ofSize(320, 180);

    private final Path file;

    private Clip(Path file) {
        this.file = file;
    }

    /**
     * Encodes a moving test picture and a tone.
     *
     * @param options FFmpeg's output options, separated by spaces, for example {@code -t 4 -c:v libx264 -c:a aac}
     */
    public static Clip make(Path folder, String rate, String options) {
        var file = folder.resolve("clip-" + Integer.toHexString((rate + options).hashCode()) + ".flv");
        var command = new ArrayList<String>();
        command.add(Programs.bundledFfmpeg().toString());
        command.addAll(List.of("-v", "error", "-y", "-f", "lavfi", "-i", "testsrc2=size=320x180:rate=" + rate));
        command.addAll(List.of("-f", "lavfi", "-i", "sine=frequency=440:sample_rate=48000"));
        command.addAll(List.of(options.split(" ")));
        command.addAll(List.of("-f", "flv", file.toString()));
        new Run(command).mustSucceedSilently();
        return new Clip(file);
    }

    public Path file() {
        return file;
    }

    /** What a publisher of the clip sends. */
    public List<MediaInput> inputs() {
        try {
            return new FlvReader(START, SIZE).read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
