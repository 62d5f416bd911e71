// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class JpegSizeTest {

    /** APP0 of JFIF, a quantisation table of two bytes, and the frame header of 640 by 360. */
    private static final String HEAD = "ffd8 ffe0000443 4a ffdb0004 0001 ";

    private static final String FRAME = "0011 08 0168 0280 03 012200 021101 031101 ffda";

    @ParameterizedTest
    @CsvSource({"ffc0", "ffc1", "ffc2", "ffcf"})
    void readsTheSizeOfEveryKindOfFrame(String marker) {
        assertThat(size(HEAD + marker + FRAME)).contains(new JpegSize(640, 360));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ff",
                "ffd8",
                "89504e470d0a1a0a0000000d49484452",
                "ffd8 ffda 0008 0000000000000000",
                "ffd8 ffc0 0011 08 0000 0280 03 012200",
                "ffd8 ffc0 0011 08 0168 0000 03 012200",
                "ffd8 ffc4 0011 08 0168 0280 03 012200",
                "ffd8 ffe0 0000 0000000000000000",
                "ffd8 ffe0 ffff 0000000000000000",
            })
    void knowsNoSizeOfWhatDoesNotSayOne(String hex) {
        assertThat(size(hex)).isEmpty();
    }

    @Test
    void knowsNoSizeOfAPictureThatIsCutBeforeIt() {
        var whole = HexFormat.of().parseHex((HEAD + "ffc0" + FRAME).replace(" ", ""));
        var frame = HEAD.replace(" ", "").length() / 2;
        for (var length = 0; length < frame + 9; length++) {
            assertThat(JpegSize.of(Arrays.copyOf(whole, length))).isEmpty();
        }
    }

    @FuzzTest
    void readsWhateverTheChildWrites(byte[] bytes) {
        assertThat(JpegSize.of(bytes)).satisfies(size -> {
            if (size.isPresent()) {
                assertThat(size.get().width()).isPositive();
            }
        });
    }

    private static Optional<JpegSize> size(String hex) {
        return JpegSize.of(HexFormat.of().parseHex(hex.replace(" ", "")));
    }
}
