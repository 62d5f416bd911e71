// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class OneLineTest {

    private static final int TEN = 10;

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n", "a\nb", "a\u0000b", "a\u2028b", "\u202Eevil", "\uD800", "12345678901"})
    void refusesWhatIsNotOneReadableLine(String text) {
        assertThat(OneLine.parse(text, TEN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Ärger", "数字放送", "👩‍🚀 live", "1234567890", "🎥🎥🎥🎥🎥🎥🎥🎥🎥🎥"})
    void keepsWhatIs(String text) {
        assertThat(OneLine.parse(text, TEN)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {" a b ", "\ta b", "a b\n"})
    void trims(String text) {
        assertThat(OneLine.parse(text, TEN)).contains("a b");
    }

    @Property
    void answersOnlyWhatFits(@ForAll String text) {
        assertThat(OneLine.parse(text, TEN).stream()).allMatch(line -> OneLine.fits(line, TEN));
    }
}
