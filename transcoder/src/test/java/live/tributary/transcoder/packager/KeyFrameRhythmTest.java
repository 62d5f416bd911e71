// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import live.tributary.transcoder.hls.WindowTargets;

import static org.assertj.core.api.Assertions.assertThat;

/** Which key frames begin a segment, where segments may last 2.499 s. */
final class KeyFrameRhythmTest {

    private final KeyFrameRhythm rhythm = new KeyFrameRhythm(new Targets(
            new WindowTargets(Duration.ofSeconds(2), Duration.ofMillis(200), Duration.ofMillis(222)), Duration.ZERO));

    @Test
    void aSecondIsLongEnough() {
        begin(0);
        assertThat(endsAt(500)).isFalse();
        assertThat(endsAt(999)).isTrue();
    }

    @Test
    void anEarlyKeyFrameIsTakenWhenTheNextWouldComeTooLate() {
        rhythm.keyFrame(0);
        begin(0);
        assertThat(endsAt(2000)).isTrue();
        begin(2000);
        assertThat(endsAt(2500)).isTrue();
    }

    @Test
    void aLongIntervalIsForgottenAfterAMinute() {
        rhythm.keyFrame(0);
        begin(0);
        assertThat(endsAt(2000)).isTrue();
        begin(2000);
        for (long millis = 2500; millis <= 70_000; millis += 500) {
            if (endsAt(millis)) {
                begin(millis);
            }
        }
        begin(70_000);
        assertThat(endsAt(70_500)).isFalse();
    }

    private void begin(long millis) {
        rhythm.segmentBegins(Duration.ofMillis(millis).toNanos());
    }

    /** A key frame comes. */
    private boolean endsAt(long millis) {
        rhythm.keyFrame(Duration.ofMillis(millis).toNanos());
        return rhythm.endsSegment(Duration.ofMillis(millis).toNanos());
    }
}
