// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.util.List;

import live.tributary.ingest.rtmp.RtmpException;
import live.tributary.ingest.rtmp.RtmpException.Code;
import live.tributary.ingest.rtmp.amf.AmfNumber;
import live.tributary.ingest.rtmp.amf.AmfProperties;
import live.tributary.ingest.rtmp.amf.AmfString;
import live.tributary.ingest.rtmp.message.Command;
import live.tributary.ingest.rtmp.message.RtmpMessage;

/** The commands of a connection, in whatever order and dialect encoders bring them. Remembers what was agreed. */
final class Dialogue {
    /** CapsExMask (Enhanced RTMP v2): the client understands a request to reconnect. */
    private static final long RECONNECT = 1;

    /** The two commands that change what the connection is. */
    interface Turns {
        /** Asks to go on air; the peer calls itself by this printable name. */
        void publish(StreamAddress address, String encoder);

        /** Goes off air. */
        void unpublish();
    }

    private final Turns turns;
    private boolean connected;
    private boolean hasStream;
    private boolean reconnects;
    private String app = "";
    private String encoder = "";

    Dialogue(Turns turns) {
        this.turns = turns;
    }

    /** The answers to one command, to be sent in one flush. */
    List<RtmpMessage> answer(Command command) {
        if (!connected && !command.name().equals("connect")) {
            throw RtmpException.connection(Code.OUT_OF_ORDER, "a command before connect");
        }
        return switch (command.name()) {
            case "connect" -> connect(command);
            case "releaseStream" -> List.of(Replies.done(command));
            case "FCPublish" -> List.of(Replies.done(command), Replies.onFcPublish());
            case "createStream" -> createStream(command);
            case "publish" -> publish(command);
            case "FCUnpublish" -> {
                turns.unpublish();
                yield List.of(Replies.done(command), Replies.onFcUnpublish());
            }
            case "deleteStream", "closeStream" -> {
                hasStream = false;
                turns.unpublish();
                yield List.of();
            }
            default -> unknown(command);
        };
    }

    /** Whether the peer said that it understands a request to reconnect. */
    boolean peerReconnects() {
        return reconnects;
    }

    private List<RtmpMessage> connect(Command command) {
        if (connected) {
            return List.of(Replies.failed(command, "Already connected."));
        }
        connected = true;
        if (!command.arguments().isEmpty() && command.arguments().getFirst() instanceof AmfProperties about) {
            app = about.text("app").orElse("");
            encoder = about.text("flashVer").map(AmfString::printable).orElse("");
            reconnects = about.properties().get("capsEx") instanceof AmfNumber(double mask)
                    && ((long) mask & RECONNECT) != 0;
        }
        return ConnectAnswer.to(command);
    }

    private List<RtmpMessage> createStream(Command command) {
        if (hasStream) {
            return List.of(Replies.failed(command, "One stream for each connection."));
        }
        hasStream = true;
        return List.of(Replies.result(command, new AmfNumber(Replies.STREAM)));
    }

    /** Arguments: null, the name, and live, record or append, which are all live to us. */
    private List<RtmpMessage> publish(Command command) {
        turns.publish(StreamAddress.parse(app, command.text(1).orElse("")), encoder);
        return List.of();
    }

    /** {@code play} is among these: viewers come by HTTP. */
    private static List<RtmpMessage> unknown(Command command) {
        boolean wantsAnswer = command.transaction() > 0;
        return wantsAnswer ? List.of(Replies.failed(command, "Not supported.")) : List.of();
    }
}
