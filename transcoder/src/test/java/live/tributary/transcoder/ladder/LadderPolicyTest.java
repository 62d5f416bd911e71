// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ladder;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import live.tributary.transcoder.media.VideoCodec;

import static org.assertj.core.api.Assertions.assertThat;

final class LadderPolicyTest {

    private static final LadderPolicy LARGE = new LadderPolicy(8);
    private static final LadderPolicy SMALL = new LadderPolicy(2);

    /** Source, its frame rate and bits per second, rungs on a large machine, rungs on one of two cores. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3840x2160 | 30 | 20000000 | 1920x1080@4500 1280x720@2500 854x480@1000 640x360@600 | 854x480@1000
            2560x1440 | 60 | 12000000 | 1920x1080@6300 1280x720@3500 854x480@1000/2 640x360@600/2 | 854x480@1000/2
            1920x1080 | 30 | 6000000 | 1280x720@2500 854x480@1000 640x360@600 | 854x480@1000
            1920x1080 | 50 | 6000000 | 1280x720@3500 854x480@1000/2 640x360@600/2 | 854x480@1000/2
            1280x720 | 30 | 2500000 | 854x480@1000 640x360@600 | 640x360@600
            1279x719 | 30 | 2500000 | 640x360@600 | 640x360@600
            854x480 | 25 | 1500000 | 640x360@600 | 640x360@600
            852x478 | 30 | 1500000 | '' | ''
            1080x1920 | 30 | 6000000 | 720x1280@2500 480x854@1000 360x640@600 | 480x854@1000
            1440x1080 | 30 | 6000000 | 960x720@2500 640x480@1000 480x360@600 | 640x480@1000
            1080x1080 | 30 | 6000000 | 720x720@2500 480x480@1000 360x360@600 | 480x480@1000
            2560x1080 | 30 | 6000000 | 1706x720@2500 1138x480@1000 854x360@600 | 1138x480@1000
            1920x1080 | 0 | 0 | 1280x720@2500 854x480@1000 640x360@600 | 854x480@1000
            """)
    void followsTheTable(String size, double rate, int bitsPerSecond, String large, String small) {
        var source = source(VideoCodec.AVC, size, rate, bitsPerSecond);

        assertThat(text(LARGE.rungsFor(source))).isEqualTo(large);
        assertThat(text(SMALL.rungsFor(source))).isEqualTo(small);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1920x1080 | 3125001 | 1280x720@2500 854x480@1000 640x360@600
            1920x1080 | 3125000 | 854x480@1000 640x360@600
            1920x1080 | 1250000 | 640x360@600
            1920x1080 | 750000 | ''
            """)
    void leavesOutWhatSavesTooLittle(String size, int bitsPerSecond, String rungs) {
        assertThat(text(LARGE.rungsFor(source(VideoCodec.AVC, size, 30, bitsPerSecond))))
                .isEqualTo(rungs);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HEVC | 1920x1080 | 6000000 | 854x480@1000
            HEVC | 1920x1080 | 500000 | 640x360@600
            AV1 | 640x360 | 400000 | 640x360@600
            VP9 | 3840x2160 | 500000 | 640x360@600
            AV1 | 480x270 | 0 | 480x270@338
            """)
    void givesEveryBrowserSomethingToPlay(VideoCodec codec, String size, int bitsPerSecond, String rungs) {
        assertThat(text(SMALL.rungsFor(source(codec, size, 30, bitsPerSecond)))).isEqualTo(rungs);
    }

    @Test
    void namesRungsByTheirShorterSide() {
        var rungs = LARGE.rungsFor(source(VideoCodec.AVC, "1080x1920", 30, 0));

        assertThat(rungs).extracting(rung -> rung.name().value()).containsExactly("h720", "h480", "h360");
    }

    private static SourcePicture source(VideoCodec codec, String size, double rate, int bitsPerSecond) {
        var sides = size.split("x", 2);
        return new SourcePicture(codec, Integer.parseInt(sides[0]), Integer.parseInt(sides[1]), rate, bitsPerSecond);
    }

    private static String text(List<Rung> rungs) {
        return rungs.stream()
                .map(rung -> "%dx%d@%d%s"
                        .formatted(
                                rung.width(),
                                rung.height(),
                                Math.round(rung.bitsPerSecond() / 1000.0),
                                rung.halvedRate() ? "/2" : ""))
                .collect(Collectors.joining(" "));
    }
}
