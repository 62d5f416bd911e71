// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.team;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class MarkTest {

    @ParameterizedTest
    @ValueSource(strings = {"N", "NR", "北放送", "🎥"})
    void isUpToThreeCharacters(String text) {
        assertThat(Mark.parse(text)).contains(new Mark(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ABCD", "A\nB"})
    void isNotEmptyNorMore(String text) {
        assertThat(Mark.parse(text)).isEmpty();
    }
}
