// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.team;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class HueTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 15, 180, 345})
    void isOneOfTwentyFourSteps(int degrees) {
        assertThat(Hue.parse(Integer.toString(degrees))).contains(new Hue(degrees));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "360", "-15", "+15", "15.0", "99999999999", "red", "٣٠"})
    void isNothingElse(String text) {
        assertThat(Hue.parse(text)).isEmpty();
    }
}
