// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import live.tributary.transcoder.ladder.AacSound;
import live.tributary.transcoder.ladder.Rung;

/**
 * The arguments of an encoder child: FLV in by its standard input, one FLV stream out to each address. It never sees a
 * shell, nor anything that a publisher wrote.
 */
record EncoderCommand(Path ffmpeg, VideoCoder coder, List<RungOutput> rungs, List<SoundOutput> sound) {

    /** A rung, and where the child brings it. */
    record RungOutput(Rung rung, String url) {}

    /** The sound in AAC likewise; there is one or none. */
    record SoundOutput(String url) {}

    List<String> arguments() {
        var arguments = new ArrayList<String>();
        arguments.add(ffmpeg.toString());
        arguments.addAll(words("-hide_banner -loglevel warning -nostats"));
        arguments.addAll(coder.globalArguments());
        arguments.addAll(input());
        if (!rungs.isEmpty()) {
            arguments.addAll(List.of("-filter_complex_threads", "1", "-filter_complex", filters()));
        }
        for (int i = 0; i < rungs.size(); i++) {
            arguments.addAll(pictureOutput(i));
        }
        sound.forEach(output -> arguments.addAll(soundOutput(output)));
        return arguments;
    }

    /**
     * Times stay as they are. The probe ends with the second picture, or a small source would wait for 32 KiB of itself
     * ({@code -analyzeduration 0} stands for the default, which is long); {@code -fflags nobuffer} would end it earlier
     * still, and throw away the first GOP. The white-list holds for the input alone.
     */
    static List<String> input() {
        return words("-protocol_whitelist pipe -copyts -flags low_delay -probesize 32768 -analyzeduration 1"
                + " -fpsprobesize 0 -f flv -i pipe:0");
    }

    private String filters() {
        var graph = new StringBuilder("[0:v]split=" + rungs.size());
        for (int i = 0; i < rungs.size(); i++) {
            graph.append("[in%d]".formatted(i));
        }
        for (int i = 0; i < rungs.size(); i++) {
            var rung = rungs.get(i).rung();
            // The filter "fps" would drop key frames that fall on odd frames; this keeps every one.
            String thinned = rung.halvedRate() ? "select='key+not(mod(n,2))'," : "";
            graph.append(String.format(
                    Locale.ROOT,
                    ";[in%d]%sscale=%d:%d,%s[out%d]",
                    i,
                    thinned,
                    rung.width(),
                    rung.height(),
                    coder.filter(),
                    i));
        }
        return graph.toString();
    }

    /** Key frames exactly where the source has them, and every picture with the time it came with. */
    private List<String> pictureOutput(int index) {
        var arguments = new ArrayList<String>();
        arguments.addAll(List.of("-map", "[out%d]".formatted(index)));
        arguments.addAll(coder.arguments());
        String rate = Integer.toString(rungs.get(index).rung().bitsPerSecond());
        arguments.addAll(
                List.of("-level:v", Integer.toString(rungs.get(index).rung().level())));
        arguments.addAll(words("-force_key_frames source -fps_mode passthrough -enc_time_base 1:1000"));
        arguments.addAll(List.of("-b:v", rate, "-maxrate", rate, "-bufsize", rate));
        arguments.addAll(wire(rungs.get(index).url()));
        return arguments;
    }

    private static List<String> soundOutput(SoundOutput output) {
        var arguments = new ArrayList<String>();
        // Holes become silence, or the sound would run ahead of the picture behind each.
        arguments.addAll(words("-map 0:a -af aresample=async=1 -c:a aac -ac 2"));
        arguments.addAll(List.of("-b:a", Integer.toString(AacSound.BITS_PER_SECOND)));
        arguments.addAll(List.of("-ar", Integer.toString(AacSound.SAMPLES_PER_SECOND)));
        arguments.addAll(wire(output.url()));
        return arguments;
    }

    private static List<String> wire(String url) {
        var arguments = new ArrayList<>(words("-flush_packets 1 -flvflags no_duration_filesize -f flv"));
        arguments.add(url);
        return arguments;
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }
}
