// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

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

    /** Hands them over in their order, and the buffers with them. */
    void drain(Consumer<RtmpMessage> consumer) {
        for (RtmpMessage message = messages.poll(); message != null; message = messages.poll()) {
            consumer.accept(message);
        }
    }

    void releaseAll() {
        drain(HeldMessages::release);
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
