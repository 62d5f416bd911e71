// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class MediaDataTest {

    /** A box is its size, four letters and what is in it; the size counts all of that. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # one box, several, others between
            0000000b mdat 010203                                  , 010203
            00000009 moof ff 0000000a mdat 0102 00000009 mdat 03  , 010203
            # more than is wanted
            0000000e mdat 010203040506                            , 01020304
            0000000a mdat 0102 0000000b mdat 030405               , 01020304
            # the size in eight bytes, and a box that goes on to the end
            00000001 mdat 0000000000000012 0102 00000009 free ff  , 0102
            00000000 mdat 0102                                    , 0102
            # cut short
            000000ff mdat 0102                                    , 0102
            00000001 mdat 00000000                                , ''
            0000000b mda                                          , ''
            # what is no box ends it, and what says to be endless does not go on for ever
            00000007 mdat 01 0000000a mdat 0102                   , ''
            00000001 mdat 000000000000000f 0102                   , ''
            00000001 mdat ffffffffffffffff 0102                   , ''
            00000001 mdat 7fffffffffffffff 0102                   , 0102
            47400010 abcd 0102                                    , ''""")
    void isWhatLiesInMdat(String boxes, String media) {
        assertThat(HexFormat.of().formatHex(MediaData.first(bytes(boxes), 4))).isEqualTo(media);
    }

    @FuzzTest
    void readsAnythingWithoutAnException(byte[] bytes) {
        byte[] media = MediaData.first(bytes, 16);
        assertThat(media).hasSizeLessThanOrEqualTo(Math.min(16, bytes.length));
        // It is never more for a longer limit, but the same and then some.
        assertThat(Arrays.copyOf(MediaData.first(bytes, 32), media.length)).isEqualTo(media);
    }

    private static byte[] bytes(String boxes) {
        var bytes = ByteBuffer.allocate(boxes.length());
        for (var word : boxes.strip().split(" ", -1)) {
            boolean isHex = word.matches("([0-9a-f]{2})+") && !word.equals("abcd");
            bytes.put(isHex ? HexFormat.of().parseHex(word) : word.getBytes(StandardCharsets.US_ASCII));
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
