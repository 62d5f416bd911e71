// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.message;

import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToMessageDecoder;

import live.tributary.ingest.rtmp.AmfLimits;
import live.tributary.ingest.rtmp.RtmpException;
import live.tributary.ingest.rtmp.RtmpException.Code;
import live.tributary.ingest.rtmp.amf.AmfNumber;
import live.tributary.ingest.rtmp.amf.AmfReader;
import live.tributary.ingest.rtmp.amf.AmfString;
import live.tributary.ingest.rtmp.amf.AmfValue;
import live.tributary.ingest.rtmp.chunk.MessageType;
import live.tributary.ingest.rtmp.chunk.RawMessage;

/** {@link RawMessage}s to {@link RtmpMessage}s. */
public final class MessageDecoder extends MessageToMessageDecoder<RawMessage> {
    private final AmfLimits limits;

    public MessageDecoder(AmfLimits limits) {
        super(RawMessage.class);
        this.limits = limits;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, RawMessage raw, List<Object> out) {
        out.add(decode(raw));
    }

    private RtmpMessage decode(RawMessage raw) {
        ByteBuf body = raw.content();
        return switch (raw.type()) {
            case MessageType.SET_CHUNK_SIZE ->
                new SetChunkSize(require(body, Integer.BYTES).readInt());
            case MessageType.ABORT -> new Abort(require(body, Integer.BYTES).readInt());
            case MessageType.ACKNOWLEDGEMENT -> new Acknowledgement(unsigned(body));
            case MessageType.USER_CONTROL -> userControl(body);
            case MessageType.WINDOW_ACKNOWLEDGEMENT_SIZE -> new WindowAcknowledgementSize(unsigned(body));
            case MessageType.SET_PEER_BANDWIDTH -> peerBandwidth(body);
            case MessageType.AUDIO -> new AudioMessage(raw.timestamp(), body.retain());
            case MessageType.VIDEO -> new VideoMessage(raw.timestamp(), body.retain());
            case MessageType.DATA_AMF0 -> data(raw);
            case MessageType.DATA_AMF3 -> skipFormat(body) ? data(raw) : new Spoiled("empty data message");
            case MessageType.COMMAND_AMF0 -> command(raw);
            case MessageType.COMMAND_AMF3 -> skipFormat(body) ? command(raw) : new Spoiled("empty command");
            default -> new Unknown(raw.type());
        };
    }

    private static long unsigned(ByteBuf body) {
        return require(body, Integer.BYTES).readUnsignedInt();
    }

    private static SetPeerBandwidth peerBandwidth(ByteBuf body) {
        require(body, Integer.BYTES + Byte.BYTES);
        return new SetPeerBandwidth(body.readUnsignedInt(), body.readUnsignedByte());
    }

    private static RtmpMessage userControl(ByteBuf body) {
        int event = require(body, Short.BYTES).readUnsignedShort();
        return switch (event) {
            case UserControl.STREAM_BEGIN ->
                new StreamBegin(require(body, Integer.BYTES).readInt());
            case UserControl.PING_REQUEST ->
                new PingRequest(require(body, Integer.BYTES).readInt());
            case UserControl.PING_RESPONSE ->
                new PingResponse(require(body, Integer.BYTES).readInt());
            default -> new Unknown(MessageType.USER_CONTROL);
        };
    }

    /** The AMF3 kinds of messages start with one byte, and go on in AMF0, which may then switch to AMF3. */
    private static boolean skipFormat(ByteBuf body) {
        if (!body.isReadable()) {
            return false;
        }
        body.skipBytes(1);
        return true;
    }

    private RtmpMessage data(RawMessage raw) {
        try {
            return new DataMessage(raw.timestamp(), new AmfReader(limits).readAll(raw.content()));
        } catch (RtmpException unreadable) {
            return new Spoiled("data message: " + unreadable.what());
        }
    }

    private Command command(RawMessage raw) {
        List<AmfValue> values;
        try {
            values = new AmfReader(limits).readAll(raw.content());
        } catch (RtmpException unreadable) {
            // A conversation that lost a sentence does not get better.
            throw RtmpException.connection(unreadable.code(), "command: " + unreadable.what());
        }
        if (values.size() < 2
                || !(values.get(0) instanceof AmfString(String name))
                || !(values.get(1) instanceof AmfNumber(double transaction))) {
            throw RtmpException.connection(Code.BAD_MESSAGE, "command without name and transaction");
        }
        return new Command(raw.streamId(), name, transaction, values.subList(2, values.size()));
    }

    private static ByteBuf require(ByteBuf body, int bytes) {
        if (body.readableBytes() < bytes) {
            throw RtmpException.connection(Code.BAD_MESSAGE, "control message ends early");
        }
        return body;
    }
}
