// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.amf;

import java.util.List;
import java.util.Map;

import io.netty.buffer.ByteBuf;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Writes AMF0. What it writes is our own, so there are no limits here. */
public final class AmfWriter {
    private static final int LONGEST_SHORT_STRING = 0xFFFF;

    private AmfWriter() {}

    /** Appends these values, one after the other. */
    public static void write(ByteBuf out, List<AmfValue> values) {
        values.forEach(value -> write(out, value));
    }

    private static void write(ByteBuf out, AmfValue value) {
        switch (value) {
            case AmfNumber(double number) -> out.writeByte(Amf0.NUMBER).writeDouble(number);
            case AmfBoolean(boolean truth) -> out.writeByte(Amf0.BOOLEAN).writeBoolean(truth);
            case AmfString(String text) -> string(out, text);
            case AmfObject(String className, Map<String, AmfValue> properties) -> object(out, className, properties);
            case AmfNull() -> out.writeByte(Amf0.NULL);
            case AmfUndefined() -> out.writeByte(Amf0.UNDEFINED);
            case AmfReference(int index) -> out.writeByte(Amf0.REFERENCE).writeShort(index);
            case AmfEcmaArray(Map<String, AmfValue> properties) -> {
                out.writeByte(Amf0.ECMA_ARRAY).writeInt(properties.size());
                properties(out, properties);
            }
            case AmfStrictArray(List<AmfValue> elements) -> {
                out.writeByte(Amf0.STRICT_ARRAY).writeInt(elements.size());
                write(out, elements);
            }
            case AmfDate(double milliseconds) ->
                out.writeByte(Amf0.DATE).writeDouble(milliseconds).writeShort(0);
            case AmfUnsupported() -> out.writeByte(Amf0.UNSUPPORTED);
            case AmfXml(String document) -> longString(out.writeByte(Amf0.XML), document.getBytes(UTF_8));
        }
    }

    private static void string(ByteBuf out, String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        if (utf8.length > LONGEST_SHORT_STRING) {
            longString(out.writeByte(Amf0.LONG_STRING), utf8);
        } else {
            out.writeByte(Amf0.STRING).writeShort(utf8.length).writeBytes(utf8);
        }
    }

    private static void longString(ByteBuf out, byte[] utf8) {
        out.writeInt(utf8.length).writeBytes(utf8);
    }

    private static void object(ByteBuf out, String className, Map<String, AmfValue> properties) {
        if (className.isEmpty()) {
            out.writeByte(Amf0.OBJECT);
        } else {
            out.writeByte(Amf0.TYPED_OBJECT);
            name(out, className);
        }
        properties(out, properties);
    }

    private static void properties(ByteBuf out, Map<String, AmfValue> properties) {
        properties.forEach((name, value) -> {
            name(out, name);
            write(out, value);
        });
        out.writeMedium(Amf0.OBJECT_END);
    }

    private static void name(ByteBuf out, String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        out.writeShort(utf8.length).writeBytes(utf8);
    }
}
