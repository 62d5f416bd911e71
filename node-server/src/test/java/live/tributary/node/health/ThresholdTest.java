// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ThresholdTest {

    @ParameterizedTest
    @CsvSource({
        "MISSED_PERCENT, 0.5, GOOD",
        "MISSED_PERCENT, 0.51, LOOK",
        "MISSED_PERCENT, 3, LOOK",
        "MISSED_PERCENT, 3.01, FIX",
        "LOST_PERCENT, 0.09, GOOD",
        "LOST_PERCENT, 0.1, LOOK",
        "LOST_PERCENT, 0.99, LOOK",
        "LOST_PERCENT, 1, FIX",
        "ROUND_TRIP_MILLIS, 79.9, GOOD",
        "ROUND_TRIP_MILLIS, 80, LOOK",
        "ROUND_TRIP_MILLIS, 200, FIX",
        "JITTER_MILLIS, 14.9, GOOD",
        "JITTER_MILLIS, 15, LOOK",
        "JITTER_MILLIS, 50, FIX",
        "KEY_FRAME_MILLIS, 2100, GOOD",
        "KEY_FRAME_MILLIS, 2101, LOOK",
        "KEY_FRAME_MILLIS, 4200, LOOK",
        "KEY_FRAME_MILLIS, 4201, FIX",
        "APART_MILLIS, 299, GOOD",
        "APART_MILLIS, 300, LOOK",
        "APART_MILLIS, 1000, FIX",
        "PEAK_DB, -1.1, GOOD",
        "PEAK_DB, -1, LOOK",
        "PEAK_DB, -0.1, LOOK",
        "PEAK_DB, 0, FIX"
    })
    void judgesAtItsLimitsAndBesideThem(Threshold threshold, double value, Level level) {
        assertThat(threshold.judge(value)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "2000, 2000, 2000, 2000, GOOD",
        "900, 900, 900, 900, GOOD",
        "500, 500, 500, 500, LOOK",
        "1500, 500, 1000, 2000, GOOD",
        "3000, 3000, 3000, 3000, LOOK",
        "500, 500, 1666, 4000, FIX",
        "6000, 6000, 6000, 6000, FIX"
    })
    void wantsKeyFramesSteadyAndNeitherRareNorCrowded(int newest, int shortest, int average, int longest, Level level) {
        assertThat(Readings.keyFrameLevel(new KeyFrameSpan(newest, shortest, average, longest)))
                .isEqualTo(level);
    }
}
