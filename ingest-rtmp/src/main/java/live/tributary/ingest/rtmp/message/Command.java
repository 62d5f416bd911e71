// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.message;

import java.util.List;
import java.util.Optional;

import live.tributary.ingest.rtmp.amf.AmfString;
import live.tributary.ingest.rtmp.amf.AmfValue;

/**
 * A call, or the answer to one (7.1.1).
 *
 * @param streamId message stream, 0 for the connection itself
 * @param transaction 0 wants no answer
 * @param arguments what follows, the command object first. May hold a key: no text form
 */
public record Command(int streamId, String name, double transaction, List<AmfValue> arguments) implements RtmpMessage {
    public Command {
        arguments = List.copyOf(arguments);
    }

    /** The text at this place, if there is one. */
    public Optional<String> text(int index) {
        return index < arguments.size() && arguments.get(index) instanceof AmfString(String value)
                ? Optional.of(value)
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "Command[%s, transaction=%s]".formatted(name, transaction);
    }
}
