// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.client;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Bytes, one behind the other. Big-endian unless it says otherwise. */
public final class Wire {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replaceAll("\\s", ""));
    }

    public Wire u8(int value) {
        bytes.write(value);
        return this;
    }

    public Wire u16(int value) {
        return u8(value >> 8).u8(value);
    }

    public Wire u24(int value) {
        return u8(value >> 16).u16(value);
    }

    public Wire u32(long value) {
        return u16((int) (value >> 16)).u16((int) value);
    }

    public Wire u32LittleEndian(int value) {
        return u8(value).u8(value >> 8).u8(value >> 16).u8(value >> 24);
    }

    public Wire raw(byte... more) {
        bytes.writeBytes(more);
        return this;
    }

    public Wire zeros(int count) {
        return raw(new byte[count]);
    }

    public Wire ascii(String text) {
        return raw(text.getBytes(UTF_8));
    }

    /** AMF0 string. */
    public Wire string(String text) {
        return u8(2).name(text);
    }

    /** AMF0 property name. */
    public Wire name(String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        return u16(utf8.length).raw(utf8);
    }

    /** AMF0 number. */
    public Wire number(double value) {
        long bits = Double.doubleToLongBits(value);
        return u8(0).u32(bits >>> 32).u32(bits);
    }

    /** AMF0 null. */
    public Wire nothing() {
        return u8(5);
    }

    /** AMF0 end of an object. */
    public Wire end() {
        return u24(9);
    }

    public byte[] bytes() {
        return bytes.toByteArray();
    }
}
