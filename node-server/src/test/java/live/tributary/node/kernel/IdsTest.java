// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class IdsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00.123Z");

    @Test
    void carryTheTimeAndTheVersionThatTheStandardSays() {
        // RFC 9562, 5.7: 48 bits of milliseconds, version 7, variant 10.
        var id = UuidV7.at(NOW);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(UuidV7.at(NOW)).isNotEqualTo(id);
    }

    @Test
    void sortByTheTimeTheyWereMade() {
        assertThat(MemberId.next(NOW).toString())
                .isLessThan(MemberId.next(NOW.plusMillis(1)).toString());
    }

    @Test
    void areReadFromTheirFullTextOnly() {
        var id = MemberId.next(NOW);
        assertThat(MemberId.parse(id.toString())).contains(id);
        assertThat(MemberId.parse("1-1-1-1-1")).isEmpty();
        assertThat(MemberId.parse("../etc/passwd")).isEmpty();
        assertThat(new UUID(1, 1)).hasToString("00000000-0000-0001-0000-000000000001");
    }

    @Test
    void ofAChannelAreTwelveCharactersForAUrl() {
        var id = ChannelId.random();
        assertThat(id.value()).matches("[0-9a-hjkmnp-tv-z]{12}");
        assertThat(ChannelId.parse(id.value())).contains(id);
        assertThat(ChannelId.parse(id.value().substring(1))).isEmpty();
        assertThat(ChannelId.parse("ABCDEFGHJKMN")).isEmpty();
    }
}
