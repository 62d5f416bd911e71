// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import live.tributary.node.kernel.ChannelId;

/**
 * What is on air now, in memory: what viewers look at needs no database.
 *
 * <p>Read by any thread. A stream stays here for a while after its end, so that viewers see the end.
 */
public final class LiveStreams {

    private final ConcurrentHashMap<ChannelId, LiveStream> streams = new ConcurrentHashMap<>();

    LiveStreams() {}

    /** For a node that takes no streams in: nothing is ever on air. */
    public static LiveStreams none() {
        return new LiveStreams();
    }

    /** The broadcast of this channel: running, waiting for its publisher, or just ended. */
    public Optional<LiveStream> find(ChannelId channel) {
        return Optional.ofNullable(streams.get(channel));
    }

    /** Every broadcast that can be watched, in an order that has nothing to do with its viewers. */
    public List<LiveStream> live() {
        return streams.values().stream()
                .filter(stream -> stream.state() instanceof StreamState.Live)
                .sorted(Comparator.comparing(stream -> stream.channel().value()))
                .toList();
    }

    /** All of them, in any state. */
    List<LiveStream> all() {
        return List.copyOf(streams.values());
    }

    void put(LiveStream stream) {
        streams.put(stream.channel(), stream);
    }

    /** False where a newer stream has taken its place, or it was removed before. */
    boolean remove(LiveStream stream) {
        return streams.remove(stream.channel(), stream);
    }
}
