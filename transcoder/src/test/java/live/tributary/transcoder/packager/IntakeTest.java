// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.util.ArrayList;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import live.tributary.transcoder.media.StreamHints;
import live.tributary.transcoder.media.StreamProblem;
import live.tributary.transcoder.media.TrackConfiguration;
import live.tributary.transcoder.media.VideoCodec;
import live.tributary.transcoder.timeline.SessionClock;

import static org.assertj.core.api.Assertions.assertThat;

final class IntakeTest {

    /** Profile 0, level 3.1, eight bits; it does not tell the size. */
    private static final byte[] VP9 = {0, 31, (byte) 0x82, 1, 1, 1, 0, 0};

    @Test
    void readsARecordAgainWhenTheMetadataBringWhatItLacked() {
        var intake = new Intake(new SessionClock(), new Tally(_ -> {}));
        intake.configure(new TrackConfiguration(0, VideoCodec.VP9, VP9));
        assertThat(intake.expectsVideo()).isFalse();
        intake.hint(new StreamHints(640, 360, 30, 0, 0));
        assertThat(intake.expectsVideo()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "4096, 2304, true",
        "2304, 4096, true",
        "4097, 2304, false",
        "4096, 2305, false",
        "2305, 4096, false",
        "2304, 4097, false"
    })
    void takesPicturesUpToTheLimit(int width, int height, boolean taken) {
        var problems = new ArrayList<StreamProblem>();
        var intake = new Intake(new SessionClock(), new Tally(problems::add));
        intake.hint(new StreamHints(width, height, 30, 0, 0));
        intake.configure(new TrackConfiguration(0, VideoCodec.VP9, VP9));
        assertThat(intake.expectsVideo()).isEqualTo(taken);
        assertThat(problems).hasSize(taken ? 0 : 1);
    }
}
