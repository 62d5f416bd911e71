// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.gallery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.publisher.CaptionedProgramme;

/** A stream made by the machine's ffmpeg, as HLS files with programme times: enough for the player to show a picture. */
final class Clip implements AutoCloseable {

    /** Asks a page whether it has played a second of one; the position alone may be that of a picture that stands. */
    static final String PLAYS = """
            () => {
              const { played } = document.querySelector("video");
              return played.length > 0 && played.end(0) - played.start(0) > 1;
            }""";

    private static final Duration FIRST_PLAYLIST_DEADLINE = Duration.ofSeconds(30);
    private static final String PICTURE = "gradients=s=%s:r=25:c0=0x8a4a2b:c1=0x1d3f5a:speed=0.02";
    private static final String SOUND = "sine=frequency=330:sample_rate=48000";

    private final Path folder;
    private final Process process;

    private Clip(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /** Begins now and goes on at the pace of a clock. */
    static Clip live(Path folder) throws IOException {
        return new Clip(folder, hls(folder, "j-source", "640x360", "-re"));
    }

    /** A few seconds that are already there when this returns, with no end mark: a live stream that froze. */
    static Clip frozen(Path folder) throws IOException {
        var clip = new Clip(folder, hls(folder, "j-source", "640x360", "-t", "8"));
        clip.process.onExit().join();
        ffmpeg(
                        folder,
                        "-f",
                        "lavfi",
                        "-i",
                        PICTURE.formatted("640x360"),
                        "-frames:v",
                        "1",
                        "-update",
                        "1",
                        "preview.jpg")
                .onExit()
                .join();
        return clip;
    }

    /** Two minutes in two sizes that are all listed, as where viewers may go back; then it froze. */
    static Clip rewindable(Path folder) throws IOException {
        var source = new Clip(folder, hls(folder, "j-source", "320x180", "-t", "120"));
        var small = hls(folder, "j-90p", "160x90", "-t", "120");
        source.process.onExit().join();
        small.onExit().join();
        Files.writeString(folder.resolve("joined.m3u8"), """
                #EXTM3U
                #EXT-X-VERSION:9
                #EXT-X-STREAM-INF:BANDWIDTH=900000,CODECS="avc1.42c00c,mp4a.40.2",RESOLUTION=320x180,FRAME-RATE=25.000,SCORE=1.0
                j-source.m3u8
                #EXT-X-STREAM-INF:BANDWIDTH=300000,CODECS="avc1.42c00c,mp4a.40.2",RESOLUTION=160x90,FRAME-RATE=25.000,SCORE=0.5
                j-90p.m3u8
                """);
        return source;
    }

    /** Eight seconds with these captions in the picture; then it froze. */
    static Clip captioned(Path folder, List<String> lines) throws IOException {
        var captioned = CaptionedProgramme.record(Programs.DEBIAN_FFMPEG, lines, Duration.ofSeconds(8), folder);
        var arguments = new ArrayList<>(List.of("-i", captioned.file().toString(), "-c", "copy"));
        arguments.addAll(words("-f hls -hls_time 1 -hls_segment_type fmp4 -hls_list_size 0"));
        arguments.addAll(words("-hls_flags program_date_time+omit_endlist j-source.m3u8"));
        var process = ffmpeg(folder, arguments.toArray(String[]::new));
        process.onExit().join();
        Files.writeString(folder.resolve("joined.m3u8"), """
                #EXTM3U
                #EXT-X-VERSION:9
                #EXT-X-MEDIA:TYPE=CLOSED-CAPTIONS,GROUP-ID="cc",NAME="CC1",AUTOSELECT=YES,INSTREAM-ID="CC1"
                #EXT-X-STREAM-INF:BANDWIDTH=900000,CODECS="avc1.64001e,mp4a.40.2",RESOLUTION=640x360,CLOSED-CAPTIONS="cc"
                j-source.m3u8
                """);
        return new Clip(folder, process);
    }

    private static Process hls(Path folder, String name, String size, String... pace) throws IOException {
        var arguments = new ArrayList<String>();
        for (var source : List.of(PICTURE.formatted(size), SOUND)) {
            arguments.addAll(List.of(pace));
            arguments.addAll(List.of("-f", "lavfi", "-i", source));
        }
        arguments.addAll(words("-c:v libx264 -preset ultrafast -tune zerolatency -pix_fmt yuv420p -g 25 -c:a aac"));
        // What runs keeps a window; of what is there already, all is listed.
        var listed = pace[0].equals("-re") ? 8 : 0;
        arguments.addAll(words("-f hls -hls_time 1 -hls_segment_type fmp4 -hls_list_size " + listed));
        arguments.addAll(words("-hls_flags program_date_time+omit_endlist -master_pl_name joined.m3u8"));
        arguments.addAll(List.of("-hls_fmp4_init_filename", name + "-init.mp4", name + ".m3u8"));
        return ffmpeg(folder, arguments.toArray(String[]::new));
    }

    private static List<String> words(String line) {
        return List.of(line.split(" "));
    }

    private static Process ffmpeg(Path folder, String... arguments) throws IOException {
        Files.createDirectories(folder);
        var command = new ArrayList<>(words("ffmpeg -hide_banner -loglevel error -y"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
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
