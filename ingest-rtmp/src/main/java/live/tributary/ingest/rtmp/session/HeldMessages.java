// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.util.ArrayDeque;
import java.util.Queue;

import io.netty.buffer.ByteBuf;

import live.tributary.ingest.rtmp.message.AudioMessage;
import live.tributary.ingest.rtmp.message.RtmpMessage;
import live.tributary.ingest.rtmp.message.VideoMessage;

/** What one read brought behind {@code publish}, until we know whether we want it. Nothing more is read meanwhile. */
final class HeldMessages {
    private final Queue<RtmpMessage> messages = new ArrayDeque<>();

    void keep(RtmpMessage message) {
        messages.add(message);
    }

    boolean isEmpty() {
        return messages.isEmpty();
    }

    /** The oldest one, and its buffer with it. */
    RtmpMessage take() {
        return messages.remove();
    }

    void releaseAll() {
        messages.forEach(HeldMessages::release);
        messages.clear();
    }

    /** Gives back the buffer of a message nobody will look at. */
    static void release(RtmpMessage message) {
        if (message instanceof VideoMessage(long _, ByteBuf body)) {
            body.release();
        } else if (message instanceof AudioMessage(long _, ByteBuf body)) {
            body.release();
        }
    }
}
