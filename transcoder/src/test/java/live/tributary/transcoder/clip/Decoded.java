// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.clip;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import live.tributary.fixtures.process.Programs;

/** What real decoders find in a file. Each question fails if the program warns of anything. */
public record Decoded(Path file) {

    /** Every frame of the stream is decoded; ffmpeg must have nothing to say about any. */
    public void mustDecodeWithoutWarning() {
        ffmpeg(Programs.DEBIAN_FFMPEG, "-i", file.toString(), "-f", "null", "-").mustSucceedSilently();
    }

    /** The same with the newer FFmpeg, for codecs that Debian's does not read. */
    public void mustDecodeWithoutWarningInNewerFfmpeg() {
        ffmpeg(Programs.bundledFfmpeg(), "-i", file.toString(), "-f", "null", "-")
                .mustSucceedSilently();
    }

    /** MD5 of every access unit of a stream, in decoding order, as stored. */
    public List<String> unitHashes(String stream) {
        return hashes("-map", stream, "-c", "copy");
    }

    /** MD5 of every decoded picture of the stream, in the order they are shown. */
    public List<String> pictureHashes() {
        return hashes("-map", "0:v", "-fps_mode", "passthrough");
    }

    private List<String> hashes(String... options) {
        var arguments = Stream.of(
                        Stream.of("-i", file.toString()), Stream.of(options), Stream.of("-f", "framemd5", "-"))
                .flatMap(part -> part)
                .toArray(String[]::new);
        return ffmpeg(Programs.bundledFfmpeg(), arguments)
                .mustSucceed()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(line.lastIndexOf(',') + 1).strip())
                .toList();
    }

    /** What ffprobe says of the streams, for example {@code codec_tag_string,width}; one line a stream. */
    public List<String> probe(String entries) {
        return new Run(List.of(
                        Programs.DEBIAN_FFPROBE.toString(),
                        "-v",
                        "warning",
                        "-of",
                        "csv=p=0",
                        "-show_entries",
                        "stream=" + entries,
                        file.toString()))
                .mustSucceed()
                .lines()
                .map(line -> line.replaceAll(",+$", ""))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Decode times, presentation times and durations of a stream's packets, in ticks. */
    public List<long[]> packets(String stream) {
        return new Run(List.of(
                        Programs.DEBIAN_FFPROBE.toString(),
                        "-v",
                        "warning",
                        "-of",
                        "csv=p=0",
                        "-select_streams",
                        stream,
                        "-show_entries",
                        "packet=pts,dts,duration",
                        file.toString()))
                .mustSucceed()
                .lines()
                .filter(line -> !line.isEmpty())
                .map(line ->
                        Stream.of(line.split(",")).mapToLong(Long::parseLong).toArray())
                .toList();
    }

    private static Run ffmpeg(Path program, String... arguments) {
        var command = Stream.concat(
                        Stream.of(program.toString(), "-hide_banner", "-nostats", "-v", "warning"),
                        Stream.of(arguments))
                .toList();
        return new Run(command);
    }
}
