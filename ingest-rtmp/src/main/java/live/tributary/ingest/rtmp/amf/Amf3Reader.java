// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.amf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.netty.buffer.ByteBuf;

/**
 * Reads one AMF3 value inside an AMF0 message (AMF0 marker avmplus). Objects, strings, numbers, booleans and arrays
 * only: no encoder sends more, and each further type is one more thing a stranger can try.
 *
 * <p>Strings and class descriptions may be repeated by reference; object references are refused. Section numbers are
 * those of the AMF3 specification.
 */
final class Amf3Reader {
    private static final int UNDEFINED = 0;
    private static final int NULL = 1;
    private static final int FALSE = 2;
    private static final int TRUE = 3;
    private static final int INTEGER = 4;
    private static final int DOUBLE = 5;
    private static final int STRING = 6;
    private static final int ARRAY = 9;
    private static final int OBJECT = 10;

    /** A class: its name, its fixed members, and whether more may follow by name (3.12). */
    private record Traits(String className, boolean dynamic, List<String> members) {}

    private final AmfBudget budget;
    private final List<String> strings = new ArrayList<>();
    private final List<Traits> classes = new ArrayList<>();

    Amf3Reader(AmfBudget budget) {
        this.budget = budget;
    }

    AmfValue read(ByteBuf in) {
        AmfBudget.require(in, 1);
        int marker = in.readUnsignedByte();
        return switch (marker) {
            case UNDEFINED -> new AmfUndefined();
            case NULL -> new AmfNull();
            case FALSE -> new AmfBoolean(false);
            case TRUE -> new AmfBoolean(true);
            case INTEGER -> new AmfNumber(signed29(variable29(in)));
            case DOUBLE -> number(in);
            case STRING -> new AmfString(string(in));
            case ARRAY -> array(in);
            case OBJECT -> object(in);
            default -> throw AmfBudget.bad("3 marker %d is not taken".formatted(marker));
        };
    }

    private static AmfNumber number(ByteBuf in) {
        AmfBudget.require(in, Double.BYTES);
        return new AmfNumber(in.readDouble());
    }

    /** One to four bytes, seven bits each, the fourth with all eight (1.3.1). */
    private static int variable29(ByteBuf in) {
        int value = 0;
        for (int i = 0; i < 3; i++) {
            AmfBudget.require(in, 1);
            int next = in.readUnsignedByte();
            value = (value << 7) | (next & 0x7F);
            if (next < 0x80) {
                return value;
            }
        }
        AmfBudget.require(in, 1);
        return (value << 8) | in.readUnsignedByte();
    }

    private static int signed29(int value) {
        return (value << 3) >> 3;
    }

    private String string(ByteBuf in) {
        int header = variable29(in);
        if ((header & 1) == 0) {
            return earlier(strings, header >> 1);
        }
        String value = budget.string(in, header >> 1);
        // 1.3.2: the empty string is never sent by reference, and so not numbered.
        if (!value.isEmpty()) {
            strings.add(value);
        }
        return value;
    }

    private AmfValue array(ByteBuf in) {
        int header = inline(in);
        budget.enter();
        Map<String, AmfValue> named = new LinkedHashMap<>();
        byName(in, named);
        List<AmfValue> elements = new ArrayList<>();
        for (int i = 0; i < header; i++) {
            budget.property();
            elements.add(read(in));
        }
        budget.leave();
        if (named.isEmpty()) {
            return new AmfStrictArray(elements);
        }
        for (int i = 0; i < elements.size(); i++) {
            named.put(Integer.toString(i), elements.get(i));
        }
        return new AmfEcmaArray(named);
    }

    private AmfObject object(ByteBuf in) {
        Traits traits = traits(in, inline(in));
        budget.enter();
        Map<String, AmfValue> properties = new LinkedHashMap<>();
        for (String member : traits.members()) {
            budget.property();
            properties.put(member, read(in));
        }
        if (traits.dynamic()) {
            byName(in, properties);
        }
        budget.leave();
        return new AmfObject(traits.className(), properties);
    }

    /** Names and values up to an empty name. */
    private void byName(ByteBuf in, Map<String, AmfValue> properties) {
        for (String name = string(in); !name.isEmpty(); name = string(in)) {
            budget.property();
            properties.put(name, read(in));
        }
    }

    private Traits traits(ByteBuf in, int header) {
        if ((header & 1) == 0) {
            return earlier(classes, header >> 1);
        }
        if ((header & 2) != 0) {
            throw AmfBudget.bad("3 externalizable objects are not taken");
        }
        int count = header >> 3;
        String className = string(in);
        List<String> members = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            budget.property();
            members.add(string(in));
        }
        Traits traits = new Traits(className, (header & 4) != 0, members);
        classes.add(traits);
        return traits;
    }

    /** The header of a value that is spelled out; a reference to an earlier object is refused. */
    private static int inline(ByteBuf in) {
        int header = variable29(in);
        if ((header & 1) == 0) {
            throw AmfBudget.bad("3 object references are not taken");
        }
        return header >> 1;
    }

    private static <T> T earlier(List<T> table, int index) {
        if (index >= table.size()) {
            throw AmfBudget.bad("3 reference to what never came");
        }
        return table.get(index);
    }
}
