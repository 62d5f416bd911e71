// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.message;

import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToMessageEncoder;

import live.tributary.ingest.rtmp.amf.AmfNumber;
import live.tributary.ingest.rtmp.amf.AmfString;
import live.tributary.ingest.rtmp.amf.AmfWriter;
import live.tributary.ingest.rtmp.chunk.MessageType;
import live.tributary.ingest.rtmp.chunk.RawMessage;

/** {@link RtmpMessage}s to {@link RawMessage}s, always AMF0. */
public final class MessageEncoder extends MessageToMessageEncoder<RtmpMessage> {

    public MessageEncoder() {
        super(RtmpMessage.class);
    }

    @Override
    protected void encode(ChannelHandlerContext ctx, RtmpMessage message, List<Object> out) {
        out.add(encode(message, ctx.alloc()));
    }

    private static RawMessage encode(RtmpMessage message, ByteBufAllocator allocator) {
        return switch (message) {
            case SetChunkSize(int bytes) -> control(MessageType.SET_CHUNK_SIZE, allocator, bytes);
            case Abort(int chunkStream) -> control(MessageType.ABORT, allocator, chunkStream);
            case Acknowledgement(long bytes) -> control(MessageType.ACKNOWLEDGEMENT, allocator, (int) bytes);
            case WindowAcknowledgementSize(long bytes) ->
                control(MessageType.WINDOW_ACKNOWLEDGEMENT_SIZE, allocator, (int) bytes);
            case SetPeerBandwidth(long bytes, int limitType) -> {
                var raw = control(MessageType.SET_PEER_BANDWIDTH, allocator, (int) bytes);
                raw.content().writeByte(limitType);
                yield raw;
            }
            case StreamBegin(int stream) -> userControl(UserControl.STREAM_BEGIN, stream, allocator);
            case PingRequest(int timestamp) -> userControl(UserControl.PING_REQUEST, timestamp, allocator);
            case PingResponse(int timestamp) -> userControl(UserControl.PING_RESPONSE, timestamp, allocator);
            case Command command -> command(command, allocator.buffer());
            case DataMessage(long timestamp, var values) -> {
                ByteBuf body = allocator.buffer();
                AmfWriter.write(body, values);
                yield new RawMessage(MessageType.DATA_AMF0, 0, timestamp, body);
            }
            case AudioMessage(long timestamp, ByteBuf body) -> new RawMessage(MessageType.AUDIO, 1, timestamp, body);
            case VideoMessage(long timestamp, ByteBuf body) -> new RawMessage(MessageType.VIDEO, 1, timestamp, body);
            case Spoiled _, Unknown _ -> throw new IllegalArgumentException("cannot be sent: " + message);
        };
    }

    private static RawMessage control(int type, ByteBufAllocator allocator, int value) {
        return new RawMessage(type, 0, 0, allocator.buffer(8).writeInt(value));
    }

    private static RawMessage userControl(int event, int value, ByteBufAllocator allocator) {
        ByteBuf body = allocator.buffer(8).writeShort(event).writeInt(value);
        return new RawMessage(MessageType.USER_CONTROL, 0, 0, body);
    }

    private static RawMessage command(Command command, ByteBuf body) {
        AmfWriter.write(body, List.of(new AmfString(command.name()), new AmfNumber(command.transaction())));
        AmfWriter.write(body, command.arguments());
        return new RawMessage(MessageType.COMMAND_AMF0, command.streamId(), 0, body);
    }
}
