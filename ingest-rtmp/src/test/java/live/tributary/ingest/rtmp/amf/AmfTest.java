// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.amf;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.ingest.rtmp.AmfLimits;
import live.tributary.ingest.rtmp.RtmpException;
import live.tributary.ingest.rtmp.RtmpException.Code;
import live.tributary.ingest.rtmp.client.Wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** One table, read and written. */
class AmfTest {
    private static final AmfNumber ONE = new AmfNumber(1);
    private static final String ONE_HEX = "00 3ff0000000000000";

    static List<Arguments> vectors() {
        return List.of(
                arguments(ONE, ONE_HEX),
                arguments(new AmfBoolean(true), "01 01"),
                arguments(new AmfBoolean(false), "01 00"),
                arguments(new AmfString("live"), "02 0004 6c697665"),
                arguments(new AmfString(""), "02 0000"),
                arguments(new AmfString("é"), "02 0002 c3a9"),
                arguments(AmfObject.of(Map.of("a", ONE)), "03 0001 61 " + ONE_HEX + " 000009"),
                arguments(AmfObject.of(Map.of()), "03 000009"),
                arguments(AmfObject.of(Map.of("", ONE)), "03 0000 " + ONE_HEX + " 000009"),
                arguments(new AmfObject("C", Map.of("a", ONE)), "10 0001 43 0001 61 " + ONE_HEX + " 000009"),
                arguments(new AmfNull(), "05"),
                arguments(new AmfUndefined(), "06"),
                arguments(new AmfReference(513), "07 0201"),
                arguments(new AmfEcmaArray(Map.of("a", ONE)), "08 00000001 0001 61 " + ONE_HEX + " 000009"),
                arguments(new AmfStrictArray(List.of(ONE, new AmfNull())), "0a 00000002 " + ONE_HEX + " 05"),
                arguments(new AmfDate(1), "0b 3ff0000000000000 0000"),
                arguments(new AmfUnsupported(), "0d"),
                arguments(new AmfXml("<a/>"), "0f 00000004 3c612f3e"),
                arguments(new AmfString("a".repeat(65_536)), "0c 00010000 " + "61".repeat(65_536)));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void readsAndWrites(AmfValue value, String hex) {
        byte[] bytes = Wire.hex(hex);
        assertThat(read(bytes)).containsExactly(value);
        ByteBuf written = Unpooled.buffer();
        AmfWriter.write(written, List.of(value));
        assertThat(ByteBufUtil.getBytes(written)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void refusesWhatEndsEarly(AmfValue value, String hex) {
        byte[] bytes = Wire.hex(hex);
        for (int length = 1; length < Math.min(bytes.length, 40); length++) {
            ByteBuf cut = Unpooled.wrappedBuffer(bytes, 0, length);
            refuses(Code.BAD_AMF, () -> new AmfReader(AmfLimits.DEFAULTS).readAll(cut));
        }
    }

    static List<Arguments> amf3() {
        var named = new LinkedHashMap<String, AmfValue>();
        named.put("k", new AmfNumber(7));
        named.put("0", new AmfBoolean(true));
        return List.of(
                arguments("11 00", new AmfUndefined()),
                arguments("11 01", new AmfNull()),
                arguments("11 02", new AmfBoolean(false)),
                arguments("11 03", new AmfBoolean(true)),
                arguments("11 04 7f", new AmfNumber(127)),
                arguments("11 04 81 00", new AmfNumber(128)),
                arguments("11 04 c0808000", new AmfNumber(-268_435_456)),
                arguments("11 04 ffffffff", new AmfNumber(-1)),
                arguments("11 05 3ff0000000000000", ONE),
                arguments("11 06 05 6869", new AmfString("hi")),
                arguments("11 06 01", new AmfString("")),
                // The second string is the first one again, by reference.
                arguments(
                        "11 09 05 01 06 05 6869 06 00",
                        new AmfStrictArray(List.of(new AmfString("hi"), new AmfString("hi")))),
                arguments("11 09 03 03 6b 04 07 01 03", new AmfEcmaArray(named)),
                // A dynamic object without a class; then a sealed one with one member, twice.
                arguments("11 0a 0b 01 03 61 03 01", AmfObject.of(Map.of("a", new AmfBoolean(true)))),
                arguments(
                        "11 09 05 01 0a 13 03 43 03 61 03 0a 01 02",
                        new AmfStrictArray(List.of(
                                new AmfObject("C", Map.of("a", new AmfBoolean(true))),
                                new AmfObject("C", Map.of("a", new AmfBoolean(false)))))));
    }

    @ParameterizedTest
    @MethodSource("amf3")
    void readsTheLittleOfAmf3ThatEncodersSend(String hex, AmfValue value) {
        assertThat(read(Wire.hex(hex))).containsExactly(value);
    }

    /** XML, date, byte array, externalizable, object reference, string and class never sent; reserved AMF0 markers. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "11 07 01",
                "11 08 01",
                "11 0b 01",
                "11 0c 01",
                "11 0a 07 01",
                "11 0a 00",
                "11 06 00",
                "11 0a 01",
                "04",
                "0e",
                "09",
                "12",
                "ff"
            })
    void refusesWhatItDoesNotTake(String hex) {
        refuses(Code.BAD_AMF, () -> read(Wire.hex(hex)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0a 00000001", "03 0001 61", "11 09 03 01"})
    void nestsUpToTheLimit(String opening) {
        read(nested(opening, AmfLimits.DEFAULTS.depth()));
        refuses(Code.TOO_LARGE, () -> read(nested(opening, AmfLimits.DEFAULTS.depth() + 1)));
    }

    private static byte[] nested(String opening, int depth) {
        byte[] open = Wire.hex(opening);
        var wire = new Wire();
        boolean amf3 = open[0] == 0x11;
        for (int i = 0; i < depth; i++) {
            wire.raw(i > 0 && amf3 ? Arrays.copyOfRange(open, 1, open.length) : open);
        }
        wire.raw(amf3 ? Wire.hex("01") : Wire.hex("05"));
        if (open[0] == 3) {
            for (int i = 0; i < depth; i++) {
                wire.end();
            }
        }
        return wire.bytes();
    }

    @Test
    void countsPropertiesUpToTheLimit() {
        // The array itself is one of them.
        int fits = AmfLimits.DEFAULTS.properties() - 1;
        read(arrayOf(fits));
        refuses(Code.TOO_LARGE, () -> read(arrayOf(fits + 1)));
    }

    private static byte[] arrayOf(int elements) {
        var wire = new Wire().u8(10).u32(elements);
        for (int i = 0; i < elements; i++) {
            wire.nothing();
        }
        return wire.bytes();
    }

    @Test
    void takesStringsUpToTheLimit() {
        int limit = AmfLimits.DEFAULTS.stringBytes();
        read(new Wire().u8(12).u32(limit).zeros(limit).bytes());
        refuses(
                Code.TOO_LARGE,
                () -> read(new Wire().u8(12).u32(limit + 1).zeros(limit + 1).bytes()));
    }

    @Test
    void believesNoDeclaredCount() {
        refuses(Code.BAD_AMF, () -> read(Wire.hex("0a ffffffff 05")));
        assertThat(read(Wire.hex("08 ffffffff 000009"))).containsExactly(new AmfEcmaArray(Map.of()));
    }

    @Test
    void showsStrangersTextWithoutControlCharacters() {
        assertThat(AmfString.printable("OBS\n\u001b[31m 32\u0000")).isEqualTo("OBS[31m 32");
        assertThat(AmfString.printable("x".repeat(201))).hasSize(200);
    }

    private static List<AmfValue> read(byte[] bytes) {
        return new AmfReader(AmfLimits.DEFAULTS).readAll(Unpooled.wrappedBuffer(bytes));
    }

    private static void refuses(Code code, ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        RtmpException.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
