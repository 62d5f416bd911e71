// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import live.tributary.transcoder.ladder.Admission;
import live.tributary.transcoder.ladder.Grant;
import live.tributary.transcoder.ladder.LadderPolicy;
import live.tributary.transcoder.ladder.Rung;
import live.tributary.transcoder.ladder.SourcePicture;
import live.tributary.transcoder.media.VideoCodec;

/** What a machine can carry, in words for its operator. */
record MachineLadder(int cores, SpeedTest.Measured measured) {

    /** Beyond that nobody counts. */
    private static final int MANY = 100;

    private static final List<SourcePicture> SOURCES =
            List.of(source(1920, 1080, 60), source(1920, 1080, 30), source(1280, 720, 30));

    private static SourcePicture source(int width, int height, int rate) {
        return new SourcePicture(VideoCodec.AVC, width, height, rate, 0);
    }

    /** One line for the machine, and one for each common source. */
    List<String> lines() {
        String machine = String.format(
                Locale.ROOT,
                "ladder: %d cores, %.1f of them may encode; 720p30 to 480p and 360p ran at %.1f x live speed",
                cores,
                cores * Admission.SHARE_OF_CORES,
                measured.speed());
        return Stream.concat(Stream.of(machine), SOURCES.stream().map(this::line))
                .toList();
    }

    private String line(SourcePicture source) {
        String name = "%dp%d".formatted(source.shorterSide(), Math.round(source.framesPerSecond()));
        var admission = new Admission(cores, measured.cost());
        var ladder = new LadderPolicy(cores).rungsFor(source);
        var wished = new Grant(ladder, false);
        var alone = admission.ask(source, wished, _ -> {}).now().rungs();
        if (alone.isEmpty()) {
            return "ladder: %s: source only, this machine is too small to encode it".formatted(name);
        }
        int more = 1;
        while (more < MANY
                && !admission.ask(source, wished, _ -> {}).now().rungs().isEmpty()) {
            more++;
        }
        return "ladder: %s: %s; %s of %d at once".formatted(name, names(alone), names(List.of(ladder.getLast())), more);
    }

    private static String names(List<Rung> rungs) {
        return rungs.stream()
                .map(rung -> Math.min(rung.width(), rung.height()) + "p" + (rung.halvedRate() ? "30" : ""))
                .collect(Collectors.joining(" "));
    }
}
