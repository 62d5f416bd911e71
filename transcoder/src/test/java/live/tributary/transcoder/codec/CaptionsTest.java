// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.codec;

import java.util.Arrays;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class CaptionsTest {

    private static final String RESUME_CAPTION_LOADING =
            "06 04 11 b5 0031 47413934 03 42 ff fc9420 fc8080 ff 80".replace(" ", "");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a control pair, 06 04 11 b5 0031 47413934 03 42 ff fc9420 fc8080 ff 80, true",
        "in the second field, 06 04 0e b5 0031 47413934 03 41 ff fd1465 ff 80, true",
        "behind another message, 06 05 02 0102 04 0e b5 0031 47413934 03 41 ff fc9420 ff 80, true",
        "padding, 06 04 11 b5 0031 47413934 03 42 ff fc8080 fd8080 ff 80, false",
        "a pair that is not valid, 06 04 0e b5 0031 47413934 03 41 ff f89420 ff 80, false",
        "CEA-708 alone, 06 04 0e b5 0031 47413934 03 41 ff fe9420 ff 80, false",
        "bar data, 06 04 0e b5 0031 47413934 06 41 ff fc9420 ff 80, false",
        "user data of others, 06 05 04 01020304 80, false",
        "a type that does not end, 06 ffffffffff, false",
        "a size beyond the end, 06 04 ff b5 00, false",
        "nothing, 06, false"
    })
    void areFound(String what, String unit, boolean expected) {
        var bytes = HexFormat.of().parseHex(unit.replace(" ", ""));
        assertThat(Captions.in(bytes, 1)).as(what).isEqualTo(expected);
    }

    @Test
    void cutAnywhereAreNoHarm() {
        var whole = HexFormat.of().parseHex(RESUME_CAPTION_LOADING);
        for (int length = 1; length < whole.length; length++) {
            var cut = Captions.in(Arrays.copyOf(whole, length), 1);
            assertThat(cut).as("%d bytes", length).isEqualTo(length >= 16);
        }
    }
}
