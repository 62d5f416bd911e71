// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class SlugTest {

    @ParameterizedTest
    @ValueSource(strings = {"cl", "clay", "slow-hands", "a2345678901234567890123456789z", "CLAY"})
    void hasTwoToThirtyLettersDigitsAndHyphens(String text) {
        assertThat(Slug.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "-clay", "clay-", "a23456789012345678901234567890z", "clay/next", "clay ring", "töpfe"})
    void isNothingElse(String text) {
        assertThat(Slug.parse(text)).isEmpty();
    }

    @Test
    void leavesRoomForANumber() {
        assertThat(new Slug("clay").numbered(2)).isEqualTo(new Slug("clay-2"));
        assertThat(new Slug("a".repeat(30)).numbered(12).value()).hasSize(30).endsWith("-12");
    }
}
