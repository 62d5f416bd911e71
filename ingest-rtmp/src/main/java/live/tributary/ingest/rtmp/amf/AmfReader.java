// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.amf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.netty.buffer.ByteBuf;

import live.tributary.ingest.rtmp.AmfLimits;

/** Reads the AMF0 values of one message. Not thread-safe; make one per message, the limits count over all of it. */
public final class AmfReader {
    private final AmfBudget budget;

    public AmfReader(AmfLimits limits) {
        this.budget = new AmfBudget(limits);
    }

    /** All values up to the end of the buffer. */
    public List<AmfValue> readAll(ByteBuf in) {
        var values = new ArrayList<AmfValue>();
        while (in.isReadable()) {
            budget.property();
            values.add(read(in));
        }
        return values;
    }

    /** The next value. */
    public AmfValue read(ByteBuf in) {
        AmfBudget.require(in, 1);
        int marker = in.readUnsignedByte();
        return switch (marker) {
            case Amf0.NUMBER -> new AmfNumber(number(in));
            case Amf0.BOOLEAN -> bool(in);
            case Amf0.STRING -> new AmfString(shortString(in));
            case Amf0.OBJECT -> new AmfObject("", properties(in));
            case Amf0.NULL -> new AmfNull();
            case Amf0.UNDEFINED -> new AmfUndefined();
            case Amf0.REFERENCE -> reference(in);
            case Amf0.ECMA_ARRAY -> ecmaArray(in);
            case Amf0.STRICT_ARRAY -> strictArray(in);
            case Amf0.DATE -> date(in);
            case Amf0.LONG_STRING -> new AmfString(longString(in));
            case Amf0.UNSUPPORTED -> new AmfUnsupported();
            case Amf0.XML -> new AmfXml(longString(in));
            case Amf0.TYPED_OBJECT -> new AmfObject(shortString(in), properties(in));
            case Amf0.AVMPLUS -> new Amf3Reader(budget).read(in);
            default -> throw AmfBudget.bad("marker %d is not a value".formatted(marker));
        };
    }

    private static double number(ByteBuf in) {
        AmfBudget.require(in, Double.BYTES);
        return in.readDouble();
    }

    private static AmfBoolean bool(ByteBuf in) {
        AmfBudget.require(in, 1);
        return new AmfBoolean(in.readByte() != 0);
    }

    private String shortString(ByteBuf in) {
        AmfBudget.require(in, Short.BYTES);
        return budget.string(in, in.readUnsignedShort());
    }

    private String longString(ByteBuf in) {
        AmfBudget.require(in, Integer.BYTES);
        return budget.string(in, in.readUnsignedInt());
    }

    private static AmfReference reference(ByteBuf in) {
        AmfBudget.require(in, Short.BYTES);
        return new AmfReference(in.readUnsignedShort());
    }

    private static AmfDate date(ByteBuf in) {
        double milliseconds = number(in);
        // 2.13: a time zone follows, reserved and not to be used.
        AmfBudget.require(in, Short.BYTES);
        in.skipBytes(Short.BYTES);
        return new AmfDate(milliseconds);
    }

    private AmfEcmaArray ecmaArray(ByteBuf in) {
        AmfBudget.require(in, Integer.BYTES);
        // 2.10: the count is informative; FFmpeg and OBS send a wrong one at times. The end marker decides.
        in.skipBytes(Integer.BYTES);
        return new AmfEcmaArray(properties(in));
    }

    private AmfStrictArray strictArray(ByteBuf in) {
        AmfBudget.require(in, Integer.BYTES);
        long count = in.readUnsignedInt();
        budget.enter();
        var elements = new ArrayList<AmfValue>();
        for (long i = 0; i < count; i++) {
            budget.property();
            elements.add(read(in));
        }
        budget.leave();
        return new AmfStrictArray(elements);
    }

    private Map<String, AmfValue> properties(ByteBuf in) {
        budget.enter();
        var properties = new LinkedHashMap<String, AmfValue>();
        while (!atEnd(in)) {
            budget.property();
            properties.put(shortString(in), read(in));
        }
        budget.leave();
        return properties;
    }

    /** An empty name and the end marker close an object (2.11). An empty name alone is a property like any other. */
    private static boolean atEnd(ByteBuf in) {
        AmfBudget.require(in, Amf0.OBJECT_END_BYTES);
        if (in.getUnsignedMedium(in.readerIndex()) != Amf0.OBJECT_END) {
            return false;
        }
        in.skipBytes(Amf0.OBJECT_END_BYTES);
        return true;
    }
}
