// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.chunk;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import live.tributary.ingest.rtmp.MessageLimits;
import live.tributary.ingest.rtmp.client.Cuts;
import live.tributary.ingest.rtmp.client.Wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Bytes as the specification draws them (RTMP 1.0, 5.3), and the messages they are. */
class ChunkDecoderTest {
    private static final String BODY_130 = "ab".repeat(130);
    private static final String FIRST_128 = "ab".repeat(128);

    static List<Arguments> vectors() {
        return List.of(
                arguments("a full header", "03 000064 000002 08 01000000 aabb", List.of("8 on 1 @100 aabb")),
                arguments("an empty message", "03 000064 000000 08 01000000", List.of("8 on 1 @100 ")),
                arguments(
                        "chunk stream ids of two and three bytes",
                        "00 00 000001 000001 08 01000000 aa  01 ff ff 000002 000001 09 01000000 bb",
                        List.of("8 on 1 @1 aa", "9 on 1 @2 bb")),
                arguments(
                        "a difference, then the same difference again",
                        "04 000064 000001 09 01000000 aa  44 000021 000001 08 bb  84 000021 cc  c4 dd",
                        List.of("9 on 1 @100 aa", "8 on 1 @133 bb", "8 on 1 @166 cc", "8 on 1 @199 dd")),
                // 5.3.1.2.4: the time of the type 0 chunk counts once more.
                arguments(
                        "type 3 right after type 0",
                        "04 000064 000001 09 01000000 aa  c4 bb",
                        List.of("9 on 1 @100 aa", "9 on 1 @200 bb")),
                arguments(
                        "a body of more than one chunk",
                        "04 000064 000082 09 01000000 " + FIRST_128 + " c4 abab",
                        List.of("9 on 1 @100 " + BODY_130)),
                arguments(
                        "two streams, interleaved",
                        "04 000064 000082 09 01000000 " + FIRST_128 + " 05 000065 000001 08 01000000 cc  c4 abab",
                        List.of("8 on 1 @101 cc", "9 on 1 @100 " + BODY_130)),
                arguments(
                        "an extended time, repeated on the continuation",
                        "04 ffffff 000082 09 01000000 01000000 " + FIRST_128 + " c4 01000000 abab",
                        List.of("9 on 1 @16777216 " + BODY_130)),
                arguments(
                        "an extended time, not repeated, as older encoders write it",
                        "04 ffffff 000082 09 01000000 01000000 " + FIRST_128 + " c4 abab",
                        List.of("9 on 1 @16777216 " + BODY_130)),
                arguments(
                        "an extended time of exactly the marker",
                        "04 ffffff 000001 09 01000000 00ffffff aa",
                        List.of("9 on 1 @16777215 aa")),
                arguments(
                        "an extended difference, taken again by type 3",
                        "04 000001 000001 09 01000000 aa  84 ffffff 01000000 bb  c4 01000000 cc",
                        List.of("9 on 1 @1 aa", "9 on 1 @16777217 bb", "9 on 1 @33554433 cc")),
                arguments(
                        "a time that wraps",
                        "04 ffffff 000001 09 01000000 ffffffff aa  84 000002 bb",
                        List.of("9 on 1 @4294967295 aa", "9 on 1 @1 bb")),
                arguments(
                        "a difference on a stream that has no full header yet",
                        "44 000021 000001 08 bb",
                        List.of("8 on 0 @33 bb")),
                arguments(
                        "a larger chunk size",
                        "02 000000 000004 01 00000000 00001000  04 000064 000082 09 01000000 " + BODY_130,
                        List.of("1 on 0 @0 00001000", "9 on 1 @100 " + BODY_130)),
                arguments(
                        "a chunk size that changes inside another stream's message",
                        "04 000064 000084 09 01000000 " + FIRST_128
                                + " 02 000000 000004 01 00000000 00000001  c4 ab c4 ab c4 ab c4 ab",
                        List.of("1 on 0 @0 00000001", "9 on 1 @100 " + "ab".repeat(132))),
                // Longer than any message can be: as good as the longest.
                arguments(
                        "the largest chunk size",
                        "02 000000 000004 01 00000000 7fffffff  04 000064 000082 09 01000000 " + BODY_130,
                        List.of("1 on 0 @0 7fffffff", "9 on 1 @100 " + BODY_130)),
                arguments(
                        "an abort",
                        "04 000064 000082 09 01000000 " + FIRST_128
                                + " 02 000000 000004 02 00000000 00000004  04 000065 000001 09 01000000 cc",
                        List.of("2 on 0 @0 00000004", "9 on 1 @101 cc")),
                arguments(
                        "an abort of nothing", "02 000000 000004 02 00000000 00000009", List.of("2 on 0 @0 00000009")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void readsHoweverItIsCut(String name, String hex, List<String> expected) {
        for (List<byte[]> pieces : Cuts.of(Wire.hex(hex))) {
            try (var chunks = new Chunks(MessageLimits.DEFAULTS)) {
                pieces.forEach(chunks::send);
                assertThat(chunks.messages()).describedAs(name).isEqualTo(expected);
            }
        }
    }
}
