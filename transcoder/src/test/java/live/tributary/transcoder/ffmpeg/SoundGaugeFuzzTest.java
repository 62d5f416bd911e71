// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;

import com.code_intelligence.jazzer.junit.FuzzTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What a poisoned child prints: figures, or nothing. */
final class SoundGaugeFuzzTest {

    @FuzzTest
    void readsFiguresOrNothing(byte[] input) {
        var gauge = new SoundGauge();

        BoundedLines.drain(
                new StringReader(new String(input, StandardCharsets.ISO_8859_1)), SoundGauge.LONGEST_LINE, gauge::line);

        gauge.levels().ifPresent(levels -> {
            assertThat(levels.momentaryLufs()).isBetween(-120.0, 60.0);
            assertThat(levels.shortTermLufs()).isBetween(-120.0, 60.0);
            assertThat(levels.truePeakDb()).isBetween(-120.0, 60.0);
        });
    }
}
