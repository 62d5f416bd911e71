// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class StreamKeyTest {

    @Test
    void isReadBackFromWhatPeoplePaste() {
        var key = StreamKey.random();
        assertThat(key.value()).matches("sk_[0-9a-hjkmnp-tv-z]{32}");
        assertThat(StreamKey.parse("  " + key.value() + "\n")).contains(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sk_",
                "sk_short",
                "xx_00000000000000000000000000000000",
                "sk_0000000000000000000000000000000u"
            })
    void isNothingElse(String text) {
        assertThat(StreamKey.parse(text)).isEmpty();
    }

    @Test
    void hidesItselfFromLogs() {
        var key = StreamKey.random();
        assertThat(key.toString()).doesNotContain(key.secret().value());
    }
}
