// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.recount;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class CanonicalJsonTest {

    private static String canonical(String json) {
        var read = CanonicalJson.read("{\"of\":%s}".formatted(json).getBytes(StandardCharsets.UTF_8));
        return new String(CanonicalJson.write(read.path("of")), StandardCharsets.UTF_8);
    }

    /** RFC 8785, 3.2.3: by UTF-16 units, so the smiley comes before the letter. */
    @Test
    void sortsNamesByTheirUnits() {
        assertThat(canonical("""
            { "\\ufb33": 1, "\\ud83d\\ude00": 2, "\\u20ac": 3, "\\u00f6": 4, "\\u0080": 5, "1": 6, "\\r": 7, "": {} }\
            """))
                .isEqualTo("{\"\":{},\"\\r\":7,\"1\":6,\"\u0080\":5,\"ö\":4,\"€\":3,\"😀\":2,\"\uFB33\":1}");
    }

    /** RFC 8785, 3.2.2. */
    @Test
    void escapesNoMoreThanItMust() {
        assertThat(canonical("[\"\\u20ac$\\u000f\\nA'\\u0042\\u0022\\u005c\\\\\\\"\\/\", true, false, null, -0, [ ]]"))
                .isEqualTo("[\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\",true,false,null,0,[]]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9007199254740992",
                "-9007199254740992",
                "-9223372036854775808",
                "1.5",
                "1e2",
                "100000000000000000000"
            })
    void refusesNumbersThatNotEveryProgramKeeps(String number) {
        assertThatThrownBy(() -> canonical(number)).isInstanceOf(UnreadableException.class);
    }

    @Test
    void keepsTheGreatestNumberThatEveryProgramKeeps() {
        assertThat(canonical("9007199254740991")).isEqualTo("9007199254740991");
        assertThat(canonical("-9007199254740991")).isEqualTo("-9007199254740991");
    }

    /** RFC 8785, 3.2.2.2: each would become a question mark, and all have one signature. */
    @ParameterizedTest
    @ValueSource(strings = {"\"\\ud800\"", "\"\\udc00\"", "{\"\\ud800\":1}", "\"\\udc00\\ud800\""})
    void refusesHalfACharacter(String text) {
        assertThatThrownBy(() -> canonical(text)).isInstanceOf(UnreadableException.class);
        var half = JsonNodeFactory.instance.stringNode("\ud800");
        assertThatThrownBy(() -> CanonicalJson.write(half)).isInstanceOf(UnreadableException.class);
    }

    /** Each of these millions would be an object in memory. */
    @Test
    void refusesMoreThanASnapshotHolds() {
        var brackets = "[" + "{},".repeat(90_000) + "{}]";
        var text = "[" + (brackets + ",").repeat(11) + brackets + "]";
        assertThatThrownBy(() -> canonical(text)).isInstanceOf(UnreadableException.class);
        assertThat(canonical(brackets)).hasSameSizeAs(brackets);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1,\"a\":2}", "{", "", "{\"a\":1} x", "1} x"})
    void refusesWhatIsNotOneJson(String text) {
        assertThatThrownBy(() -> canonical(text)).isInstanceOf(UnreadableException.class);
    }
}
