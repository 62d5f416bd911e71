// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.util.function.LongSupplier;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;

import live.tributary.ingest.rtmp.RtmpException;
import live.tributary.ingest.rtmp.RtmpException.Code;
import live.tributary.ingest.rtmp.RtmpLimits;

/**
 * Watches what comes in under TLS, before anything of it is kept: what no record can be, what is too large, and what
 * costs us much and says nothing never gets to TLS itself.
 */
final class TlsRecords extends ChannelInboundHandlerAdapter {
    /** Type, version and length of a record (RFC 8446, 5.1). */
    private static final int HEADER_BYTES = 5;

    private static final int CHANGE_CIPHER_SPEC = 20;
    private static final int HANDSHAKE = 22;
    private static final int APPLICATION_DATA = 23;

    /** 16 KiB, and what encryption may add to them (RFC 5246, 6.2.3). */
    private static final int LARGEST_RECORD = 16_384 + 2_048;

    /** Encoders that write small pieces pay up to a quarter for the envelopes. */
    private static final double ENVELOPES = 1.25;

    private final Future<Channel> handshake;
    private final InputRate rate;
    private final int handshakeLimit;
    private int handshakeBytes;
    private long header;
    private int headerBytes;
    private int bodyLeft;

    TlsRecords(Future<Channel> handshake, RtmpLimits limits, LongSupplier nanoClock) {
        this.handshake = handshake;
        this.rate = new InputRate((long) (limits.publishing().inputBitsPerSecond() * ENVELOPES), nanoClock);
        this.handshakeLimit = limits.messages().unauthenticatedBytes();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof ByteBuf bytes) {
            try {
                check(bytes);
            } catch (RtmpException offence) {
                bytes.release();
                throw offence;
            }
        }
        ctx.fireChannelRead(message);
    }

    private void check(ByteBuf bytes) {
        if (!rate.fits(bytes.readableBytes())) {
            throw rate.exceeded();
        }
        if (!handshake.isSuccess()) {
            handshakeBytes += bytes.readableBytes();
        }
        if (handshakeBytes > handshakeLimit) {
            throw RtmpException.connection(
                    Code.TOO_LARGE, "a TLS handshake of more than %d bytes".formatted(handshakeLimit));
        }
        int at = bytes.readerIndex();
        while (at < bytes.writerIndex()) {
            int skipped = Math.min(bodyLeft, bytes.writerIndex() - at);
            bodyLeft -= skipped;
            at += skipped;
            if (at < bytes.writerIndex()) {
                collect(bytes.getUnsignedByte(at));
                at++;
            }
        }
    }

    private void collect(int headerByte) {
        header = header << Byte.SIZE | headerByte;
        headerBytes++;
        if (headerBytes == HEADER_BYTES) {
            startRecord((int) (header >>> 32), (int) (header & 0xFFFF));
            header = 0;
            headerBytes = 0;
        }
    }

    private void startRecord(int type, int length) {
        if (type < CHANGE_CIPHER_SPEC || type > APPLICATION_DATA) {
            throw RtmpException.connection(Code.BAD_HANDSHAKE, "no TLS where RTMPS is spoken");
        }
        if (length > LARGEST_RECORD) {
            throw RtmpException.connection(Code.TOO_LARGE, "a TLS record of %d bytes".formatted(length));
        }
        // TLS 1.2 lets a client start again as often as it likes, and each time costs us more than it. No encoder does.
        if (type == HANDSHAKE && handshake.isSuccess()) {
            throw RtmpException.connection(Code.OUT_OF_ORDER, "a second TLS handshake");
        }
        bodyLeft = length;
    }
}
