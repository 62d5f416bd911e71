// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.util.concurrent.atomic.AtomicInteger;

import io.netty.channel.Channel;
import io.netty.channel.ServerChannel;
import io.netty.util.AttributeKey;

/** Counts held requests of the node and of each connection. Any thread for the first, its event loop for the second. */
final class HeldLimits {

    private static final AttributeKey<AtomicInteger> OF_CONNECTION = AttributeKey.valueOf(HeldLimits.class, "held");

    private final int most;
    private final int mostOfConnection;
    private final AtomicInteger held;
    private volatile boolean closed;

    HeldLimits(PlaybackProperties properties, AtomicInteger held) {
        this.most = properties.maxHeld();
        this.mostOfConnection = properties.maxHeldPerConnection();
        this.held = held;
    }

    /** From now on nobody is held. */
    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    /** Takes a place; false when there is none. */
    boolean take(Channel channel) {
        if (held.get() >= most || !takeOfConnection(channel)) {
            return false;
        }
        held.incrementAndGet();
        return true;
    }

    void giveBack(Channel channel) {
        held.decrementAndGet();
        if (isStream(channel)) {
            ofConnection(channel).decrementAndGet();
        }
    }

    /** Over HTTP/1.1 a connection has one request at a time, so nothing is counted, or kept on the heap. */
    private boolean takeOfConnection(Channel channel) {
        if (!isStream(channel)) {
            return true;
        }
        var count = ofConnection(channel);
        return count.get() < mostOfConnection && count.incrementAndGet() > 0;
    }

    private static AtomicInteger ofConnection(Channel stream) {
        var attribute = connection(stream).attr(OF_CONNECTION);
        attribute.compareAndSet(null, new AtomicInteger());
        return attribute.get();
    }

    /** The connection of a request: with HTTP/2 each has a channel of its own, whose parent that is. */
    static Channel connection(Channel channel) {
        return isStream(channel) ? channel.parent() : channel;
    }

    private static boolean isStream(Channel channel) {
        var parent = channel.parent();
        return parent != null && !(parent instanceof ServerChannel);
    }
}
