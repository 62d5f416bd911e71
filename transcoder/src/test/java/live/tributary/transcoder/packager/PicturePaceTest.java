// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class PicturePaceTest {

    private static final long MILLISECOND = 1_000_000;

    private final PicturePace pace = new PicturePace();

    @Test
    void allowsEveryFrameOfAHundredAndTwentyASecond() {
        assertThat(allowed(600, frame -> frame * 1000 / 120 * MILLISECOND)).isEqualTo(600);
    }

    @Test
    void leavesOutWhatComesFaster() {
        assertThat(allowed(1_200, frame -> frame * 1000 / 240 * MILLISECOND)).isBetween(600L, 625L);
    }

    @Test
    void startsAnewWhenTheClockWasSetBack() {
        allowed(120, frame -> 60_000 * MILLISECOND + frame * 1000 / 120 * MILLISECOND);
        assertThat(pace.allows(0)).isTrue();
    }

    private long allowed(int frames, LongUnaryOperator decodeNanos) {
        return LongStream.range(0, frames).map(decodeNanos).filter(pace::allows).count();
    }
}
