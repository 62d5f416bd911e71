// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.time.Duration;

/** Decimal seconds as playlists write them: five decimals, always a point, whatever the machine's locale is. */
final class Seconds {

    private static final long NANOS_PER_UNIT = 10_000;
    private static final long UNITS_PER_SECOND = 100_000;

    private Seconds() {}

    static String of(Duration duration) {
        var units = (duration.toNanos() + NANOS_PER_UNIT / 2) / NANOS_PER_UNIT;
        var decimals =
                Long.toString(UNITS_PER_SECOND + units % UNITS_PER_SECOND).substring(1);
        return units / UNITS_PER_SECOND + "." + decimals;
    }
}
