// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class HandleTest {

    @ParameterizedTest
    @ValueSource(strings = {"ana", "ab", "77", "north-radio", "a2345678901234567890123456789z"})
    void takesShortNamesThatFitIntoAUrl(String text) {
        assertThat(Handle.parse(text)).contains(new Handle(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Ana",
                "-ana",
                "ana-",
                "a na",
                "a/b",
                "..",
                "ana\n",
                "änne",
                "a2345678901234567890123456789zz",
                "@ana"
            })
    void refusesWhatDoesNot(String text) {
        assertThat(Handle.parse(text)).isEmpty();
        assertThat(Handle.isReserved(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"live", "studio", "api", "claim", "login", "assets", "admin"})
    void refusesReservedWordsAndSaysSo(String text) {
        assertThat(Handle.parse(text)).isEmpty();
        assertThat(Handle.isReserved(text)).isTrue();
        assertThatThrownBy(() -> new Handle(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsAsItsText() {
        assertThat(new Handle("ana")).hasToString("ana");
    }
}
