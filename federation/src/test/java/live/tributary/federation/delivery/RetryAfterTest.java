// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-26T20:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            120                           | PT2M
            ' 5 '                         | PT5S
            0                             | PT0S
            3600                          | PT1H
            3601                          | PT1H
            999999999                     | PT1H
            9999999999                    | PT0S
            -5                            | PT0S
            +5                            | PT0S
            1.5                           | PT0S
            soon                          | PT0S
            ''                            | PT0S
            Thu, 26 Nov 2026 20:10:00 GMT | PT10M
            Thu, 26 Nov 2026 19:00:00 GMT | PT0S
            Fri, 27 Nov 2026 20:10:00 GMT | PT1H
            """)
    void readsSecondsAndDatesAndNeverWaitsLongerThanAnHour(String value, Duration wait) {
        assertThat(RetryAfter.parse(value, NOW)).isEqualTo(wait);
    }

    @FuzzTest
    void answersSomethingBetweenNothingAndAnHour(byte[] strangersBytes) {
        assertThat(RetryAfter.parse(new String(strangersBytes, StandardCharsets.ISO_8859_1), NOW))
                .isBetween(Duration.ZERO, RetryAfter.LONGEST);
    }
}
