// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import live.tributary.node.health.Level;
import live.tributary.node.studio.LadderLine.Kind;
import live.tributary.transcoder.PipelineFigures;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.media.GroupsOfPictures;
import live.tributary.transcoder.media.StreamCounters;
import live.tributary.transcoder.media.StreamFigures;
import live.tributary.transcoder.media.StreamProblem;
import live.tributary.transcoder.packager.RungFigures;

import static org.assertj.core.api.Assertions.assertThat;

class LadderLineTest {

    private static final RenditionName SMALLER = new RenditionName("h360");
    private static final Map<RenditionName, Integer> WATCHING =
            Map.of(RenditionName.SOURCE, 5, SMALLER, 3, RenditionName.AUDIO, 8, RenditionName.AAC, 2);
    private static final StreamFigures OPUS = new StreamFigures(
            "avc1.64001e",
            "opus",
            854,
            480,
            30,
            true,
            Duration.ofSeconds(2),
            GroupsOfPictures.CLOSED,
            900_000,
            96_000,
            2,
            48_000,
            StreamCounters.NONE);

    @Test
    void namesThePictureTheSmallerOnesTheSoundAndItsAac() {
        var made = List.of(
                new RungFigures(SMALLER, "avc1.64001e", true, 640, 360, 30, 600_000, true, 1.5),
                new RungFigures(RenditionName.AAC, "mp4a.40.2", true, 0, 0, 0, 128_000, true, 1.5));
        assertThat(lines(OPUS, made))
                .containsExactly(
                        new LadderLine(Kind.SOURCE, "H.264", 854, 480, 30, 996_000, 0, 5),
                        new LadderLine(Kind.ENCODED, "H.264", 640, 360, 30, 600_000, 1.5, 3),
                        new LadderLine(Kind.AUDIO, "Opus", 0, 0, 0, 96_000, 0, 8),
                        new LadderLine(Kind.ENCODED_AUDIO, "AAC", 0, 0, 0, 128_000, 1.5, 2))
                .extracting(LadderLine::keepsUp)
                .containsExactly(Level.UNKNOWN, Level.GOOD, Level.UNKNOWN, Level.GOOD);
    }

    @Test
    void hasNothingBeforeAnythingCame() {
        assertThat(lines(StreamFigures.NONE, List.of())).isEmpty();
    }

    @Test
    void saysThatATrackIsLeftOut() {
        var figures = new PipelineFigures(OPUS, List.of(), Duration.ZERO, 0);
        assertThat(LadderLine.of(figures, Set.of(StreamProblem.Kind.EXTRA_TRACK), _ -> 0))
                .extracting(LadderLine::kind)
                .containsExactly(Kind.SOURCE, Kind.AUDIO, Kind.LEFT_OUT);
    }

    private static List<LadderLine> lines(StreamFigures stream, List<RungFigures> made) {
        var figures = new PipelineFigures(stream, made, Duration.ZERO, 0);
        return LadderLine.of(figures, Set.of(), name -> WATCHING.getOrDefault(name, 0));
    }
}
