// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The {@code Date} header, written once a second. Any thread. */
final class HttpDate {

    private record Written(long second, String text) {}

    private final InstantSource clock;
    private volatile Written written = new Written(Long.MIN_VALUE, "");

    HttpDate(InstantSource clock) {
        this.clock = clock;
    }

    String now() {
        var second = clock.instant().getEpochSecond();
        var last = written;
        if (last.second != second) {
            last = new Written(
                    second,
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC)));
            written = last;
        }
        return last.text;
    }
}
