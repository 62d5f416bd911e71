// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WindowOptionsTest {

    /** What is asked for, the target duration, what is kept, and what of that where memory is short. */
    @ParameterizedTest
    @CsvSource({"12, 2, 12, 6", "12, 1, 12, 6", "12, 4, 24, 12", "4, 1, 6, 4", "4, 2, 12, 6", "30, 2, 30, 6"})
    void keepsSixTargetDurationsAndThreeWhereMemoryIsShort(int asked, int target, int kept, int shortly) {
        var options = WindowOptions.inMemory(Duration.ofSeconds(asked));
        var targets = new WindowTargets(Duration.ofSeconds(target), Duration.ofMillis(200), Duration.ofMillis(222));
        assertThat(options.memory(targets)).isEqualTo(Duration.ofSeconds(kept));
        assertThat(options.shortMemory(targets)).isEqualTo(Duration.ofSeconds(shortly));
    }
}
