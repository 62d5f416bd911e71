// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.client;

import java.util.Arrays;

/** What an encoder would send: collects the bytes of a session in the chunk format of librtmp. */
public final class Encoder {
    private static final int CONTROL = 2;
    private static final int COMMANDS = 3;
    private static final int MEDIA = 4;

    private final Wire wire = new Wire();
    private int chunkSize = 128;
    private boolean reconnects;

    /** C0, C1 and C2 of a plain handshake. */
    public Encoder handshake() {
        wire.u8(3).zeros(1536).zeros(1536);
        return this;
    }

    public Encoder setChunkSize(long size) {
        message(CONTROL, 0, 1, 0, new Wire().u32(size).bytes());
        chunkSize = (int) size;
        return this;
    }

    /** It will say in {@code connect} that it understands a request to reconnect (Enhanced RTMP v2, capsEx). */
    public Encoder thatReconnects() {
        reconnects = true;
        return this;
    }

    public Encoder connect(String app) {
        var object = new Wire()
                .u8(3)
                .name("app")
                .string(app)
                .name("type")
                .string("nonprivate")
                .name("flashVer")
                .string("FMLE/3.0 (compatible; FMSc/1.0)")
                .name("fourCcList")
                .u8(10)
                .u32(2)
                .string("av01")
                .string("hvc1");
        if (reconnects) {
            object.name("capsEx").number(1);
        }
        return command("connect", 1, object.end().bytes());
    }

    /** Everything OBS says before {@code publish}. */
    public Encoder prelude(String name) {
        return setChunkSize(4096)
                .connect("live")
                .command("releaseStream", 2, new Wire().nothing().string(name).bytes())
                .command("FCPublish", 3, new Wire().nothing().string(name).bytes())
                .command("createStream", 4, new Wire().nothing().bytes());
    }

    public Encoder publish(String name) {
        return command(
                "publish", 5, new Wire().nothing().string(name).string("live").bytes());
    }

    public Encoder command(String name, double transaction, byte[] rest) {
        byte[] body = new Wire().string(name).number(transaction).raw(rest).bytes();
        return message(COMMANDS, 0, 20, 0, body);
    }

    public Encoder video(int timestamp, byte... body) {
        return message(MEDIA, timestamp, 9, 1, body);
    }

    public Encoder audio(int timestamp, byte... body) {
        return message(MEDIA, timestamp, 8, 1, body);
    }

    /** An AAC access unit of zeros, so that the message has this many bytes. */
    public Encoder sound(int timestamp, int messageBytes) {
        return audio(
                timestamp, new Wire().u8(0xAF).u8(1).zeros(messageBytes - 2).bytes());
    }

    /** A whole message: a full header, then as many chunks as it takes. */
    public Encoder message(int chunkStream, int timestamp, int type, int stream, byte... body) {
        wire.u8(chunkStream).u24(timestamp).u24(body.length).u8(type).u32LittleEndian(stream);
        for (int at = 0; at < body.length || at == 0; at += chunkSize) {
            if (at > 0) {
                wire.u8(0xC0 | chunkStream);
            }
            wire.raw(Arrays.copyOfRange(body, at, Math.min(body.length, at + chunkSize)));
        }
        return this;
    }

    public Encoder raw(byte... bytes) {
        wire.raw(bytes);
        return this;
    }

    public byte[] bytes() {
        return wire.bytes();
    }
}
