// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How often broadcasts are probed: at moments that nobody can foresee, and never too many in all. Any thread. */
final class Pace {

    /** Between two probes of one broadcast, however many there are. */
    static final Duration LONGEST_MEAN = Duration.ofMinutes(5);

    /** What has just begun, or has stood still for a moment, is soon looked at again. */
    static final Duration SOON = Duration.ofSeconds(10);

    static final int MOST_SOON = 6;

    private final Duration mean;
    private final int perSecond;
    private final int probesPerSample;
    private final RandomGenerator random;

    Pace(DirectoryProperties properties, RandomGenerator random) {
        this.mean = properties.probeEvery();
        this.perSecond = properties.probesPerSecond();
        this.probesPerSample = properties.probesPerSample();
        this.random = random;
    }

    /** Between two probes of one broadcast on average, where so many are on air. */
    Duration mean(int broadcasts) {
        var needed = Duration.ofSeconds(broadcasts).dividedBy(perSecond);
        var longest = mean.compareTo(LONGEST_MEAN) > 0 ? mean : LONGEST_MEAN;
        var wanted = needed.compareTo(mean) > 0 ? needed : mean;
        return wanted.compareTo(longest) > 0 ? longest : wanted;
    }

    /** Until the next probe: between half of the mean and half more. */
    Duration pause(int broadcasts) {
        return Duration.ofMillis(Math.round(mean(broadcasts).toMillis() * (0.5 + random.nextDouble())));
    }

    /** Until the next probe of what did not go on.
     *  @param misses in a row */
    Duration pauseAfter(int misses, int broadcasts) {
        return misses <= MOST_SOON ? SOON : pause(broadcasts);
    }

    /** Whether to look also for a rerun: nobody can foresee that either. */
    boolean isSampled() {
        return probesPerSample > 0 && random.nextInt(probesPerSample) == 0;
    }

    /** How many probes may begin in a time. */
    int startsAllowedIn(Duration time) {
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, perSecond * Math.max(1, time.toMillis()) / 1_000));
    }
}
