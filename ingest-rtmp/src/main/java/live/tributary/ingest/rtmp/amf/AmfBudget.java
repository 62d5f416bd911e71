// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.amf;

import io.netty.buffer.ByteBuf;

import live.tributary.ingest.rtmp.AmfLimits;
import live.tributary.ingest.rtmp.RtmpException;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What one message may still use up, counted over all its values. Shared by both readers. */
final class AmfBudget {
    private final AmfLimits limits;
    private int depth;
    private int properties;

    AmfBudget(AmfLimits limits) {
        this.limits = limits;
    }

    void enter() {
        depth++;
        if (depth > limits.depth()) {
            throw RtmpException.message(RtmpException.Code.TOO_LARGE, "AMF deeper than " + limits.depth());
        }
    }

    void leave() {
        depth--;
    }

    void property() {
        properties++;
        if (properties > limits.properties()) {
            throw RtmpException.message(
                    RtmpException.Code.TOO_LARGE, "AMF with more than %d properties".formatted(limits.properties()));
        }
    }

    String string(ByteBuf in, long bytes) {
        if (bytes > limits.stringBytes()) {
            throw RtmpException.message(
                    RtmpException.Code.TOO_LARGE,
                    "AMF string of %d bytes, limit %d".formatted(bytes, limits.stringBytes()));
        }
        require(in, (int) bytes);
        return in.readString((int) bytes, UTF_8);
    }

    static void require(ByteBuf in, int bytes) {
        if (in.readableBytes() < bytes) {
            throw bad("ends early");
        }
    }

    static RtmpException bad(String what) {
        return RtmpException.message(RtmpException.Code.BAD_AMF, "AMF " + what);
    }
}
