// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class PaceTest {

    private final Pace pace = pace(10);

    private static Pace pace(int probesPerSample) {
        var properties =
                new DirectoryProperties(10_000, true, Duration.ofHours(6), Duration.ofMinutes(1), 40, probesPerSample);
        return new Pace(properties, new Random(7));
    }

    @Test
    void aProbeComesOnceAMinuteAndMoreSeldomWhereFortyASecondWouldBePassed() {
        assertThat(pace.mean(0)).isEqualTo(Duration.ofMinutes(1));
        assertThat(pace.mean(2_400)).isEqualTo(Duration.ofMinutes(1));
        assertThat(pace.mean(4_800)).isEqualTo(Duration.ofMinutes(2));
        assertThat(pace.mean(1_000_000)).isEqualTo(Pace.LONGEST_MEAN);
        assertThat(pace.startsAllowedIn(Duration.ofSeconds(2))).isEqualTo(80);
    }

    @Test
    void nobodyKnowsWhenTheNextOneComes() {
        var pauses = Stream.generate(() -> pace.pause(1)).limit(1_000).toList();
        assertThat(pauses)
                .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(90)));
        assertThat(pauses.stream().mapToLong(Duration::toMillis).average().orElseThrow())
                .isBetween(57_000.0, 63_000.0);
        assertThat(pauses.stream().distinct().count()).isGreaterThan(900);
    }

    @Test
    void oneOfTenProbesLooksForARerunAndNobodyKnowsWhich() {
        assertThat(Stream.generate(pace::isSampled).limit(10_000).filter(sampled -> sampled))
                .hasSizeBetween(900, 1_100);
        var never = pace(0);
        assertThat(Stream.generate(never::isSampled).limit(100)).doesNotContain(true);
    }

    @Test
    void whatHasJustBegunIsSoonLookedAtAgainButNotForEver() {
        assertThat(pace.pauseAfter(Pace.MOST_SOON, 1)).isEqualTo(Pace.SOON);
        assertThat(pace.pauseAfter(Pace.MOST_SOON + 1, 1)).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
    }
}
