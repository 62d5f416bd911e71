// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What snapshots, keys and groups are called. */
final class NamesTest {

    @Test
    void aMinuteIsReadAsItIsWritten() {
        var minute = Minute.of(Instant.parse("2026-11-22T19:04:59.9Z"));

        assertThat(minute).hasToString("2026-11-22T19:04Z");
        assertThat(Minute.parse("2026-11-22T19:04Z")).contains(minute);
        assertThat(minute.day()).isEqualTo(LocalDate.of(2026, 11, 22));
        assertThat(minute).isLessThan(Minute.of(Instant.parse("2026-11-22T19:05:00Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-22T19:04",
                "2026-11-22T19:04:00Z",
                "2026-02-30T00:00Z",
                "2026-11-22T24:00Z",
                "+12026-11-22T19:04Z",
                "-0001-11-22T19:04Z"
            })
    void nothingElseIsAMinute(String text) {
        assertThat(Minute.parse(text)).isEmpty();
    }

    @Test
    void aGroupIsCalledByTheHashOfItsAddress() {
        var gid = Gid.of(URI.create("https://example.org/ap/g/7f3a"));

        assertThat(gid).hasToString("ee2efe7432ff3618");
        assertThat(Gid.parse(gid.toString())).contains(gid);
        assertThat(Gid.parse(gid.toString().toUpperCase(Locale.ROOT))).isEmpty();
        assertThat(new Gid(-1)).isGreaterThan(new Gid(1));
    }

    @Test
    void aKeyIsNeverShownAndPromisedByItsHash() {
        var key = DayKey.parse("00".repeat(32)).orElseThrow();

        assertThat(key.toString()).doesNotContain("00");
        assertThat(key.commitment().hex())
                .isEqualTo("66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925");
        assertThat(DayKey.parse("00")).isEmpty();
    }

    /** HMAC-SHA-256 of sixteen zero bytes and the minute's name, computed in Python. */
    @Test
    void aDrawBeginsWithKeyNonceAndMinute() {
        var key = new DayKey("00".repeat(32));
        var minute = Minute.parse("2026-11-22T19:04Z").orElseThrow();

        assertThat(Long.toHexString(key.seed(Nonce.HOUSE, minute).bits())).isEqualTo("7bd726aba5821e06");
        assertThat(Nonce.parse("0g".repeat(16))).isEmpty();
    }

    @Test
    void nobodyIsListedTwiceOrWithMoreThanTheRulesAllow() {
        var pool = PoolLine.of("en", 1, 1);
        var line = new GroupLine(new Gid(1), 1, true, List.of(pool), List.of(), List.of());
        var minute = Minute.of(Instant.EPOCH);

        assertThatThrownBy(() -> new Snapshot(minute, Hash.NONE, Hash.NONE, Hash.NONE, Map.of(), List.of(line, line)))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> new GroupLine(
                        new Gid(1), 1, true, List.of(pool), List.of("a", "b", "c", "d", "e", "f"), List.of()))
                .hasMessageContaining("6 tags");
        assertThatThrownBy(() -> new GroupLine(new Gid(1), 1, true, List.of(pool, pool), List.of(), List.of()))
                .hasMessageContaining("a language twice");
        var caps = Map.of("en", 0);
        assertThatThrownBy(() -> new Snapshot(minute, Hash.NONE, Hash.NONE, Hash.NONE, caps, List.of(line)))
                .hasMessageContaining("cap of 0");
        assertThatThrownBy(() -> new PoolLine("en", 0, Fixed.ONE)).hasMessageContaining("an allowance of 0");
        assertThatThrownBy(() -> new PoolLine("en", 1, 0)).hasMessageContaining("a correction of 0");
    }
}
