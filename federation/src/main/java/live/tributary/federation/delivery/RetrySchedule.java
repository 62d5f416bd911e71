// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/**
 * When a delivery that failed is tried again. Waits are spread by a quarter each way, so that the followers of one dead
 * host do not come back all at once.
 *
 * <p>Safe for any thread where its source of chance is.
 */
public final class RetrySchedule {

    private static final double SPREAD = 0.25;

    private static final List<Duration> NORMAL = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(20),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofHours(48));

    private static final List<Duration> LIVE = Stream.concat(
                    Stream.of(
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(15),
                            Duration.ofSeconds(45),
                            Duration.ofMinutes(2),
                            Duration.ofMinutes(5)),
                    NORMAL.stream())
            .toList();

    private final DoubleSupplier chance;

    /** @param chance numbers from 0 to 1, evenly spread */
    public RetrySchedule(DoubleSupplier chance) {
        this.chance = chance;
    }

    /**
     * How long to wait before the next attempt; empty where there shall be none. The last wait is repeated until the
     * delivery's time to live is over.
     *
     * @param attempts made so far, all of them in vain, at least one
     */
    public Optional<Duration> waitAfter(int attempts, DeliveryClass kind) {
        if (attempts < 1) {
            throw new IllegalArgumentException("nothing was tried yet");
        }
        return switch (kind) {
            case HEARTBEAT, MOMENT -> Optional.empty();
            case LIVE -> Optional.of(spread(LIVE.get(Math.min(attempts, LIVE.size()) - 1)));
            case NORMAL -> Optional.of(spread(NORMAL.get(Math.min(attempts, NORMAL.size()) - 1)));
        };
    }

    private Duration spread(Duration wait) {
        var factor = 1 - SPREAD + 2 * SPREAD * chance.getAsDouble();
        return Duration.ofMillis(Math.round(wait.toMillis() * factor));
    }
}
