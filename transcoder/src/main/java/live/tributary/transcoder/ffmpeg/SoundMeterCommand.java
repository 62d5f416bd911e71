// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of a child that listens: FLV in by its standard input, lines of figures out by its standard output.
 *
 * <p>{@code ebur128} could tell true peaks itself, but only the highest since it began. At four times the usual rate the
 * highest sample is the true peak (ITU-R BS.1770, annex 2), and {@code astats} tells that for each tenth of a second.
 */
record SoundMeterCommand(Path ffmpeg) {

    /** Mono is played by both speakers, so it is measured as they play it. */
    private static final String FILTERS = "ebur128=metadata=1:dualmono=true,aresample=192000,"
            + "astats=metadata=1:reset=1:measure_perchannel=none:measure_overall=Peak_level,"
            + "ametadata=mode=print:file=-:direct=1";

    List<String> arguments() {
        var arguments = new ArrayList<String>();
        arguments.add(ffmpeg.toString());
        arguments.addAll(words("-hide_banner -loglevel error -nostats -threads 1"));
        arguments.addAll(EncoderCommand.input());
        arguments.addAll(words("-map 0:a:0 -filter_threads 1 -af"));
        arguments.add(FILTERS);
        // The format that the filters give: nothing is converted to be thrown away.
        arguments.addAll(words("-c:a pcm_f64le -f null -"));
        return arguments;
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }
}
