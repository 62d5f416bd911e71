// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.stills;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Supplier;

import live.tributary.node.kernel.BroadcastId;
import live.tributary.node.studio.JpegScaler;
import live.tributary.node.studio.JpegSize;

/**
 * Stills in the sizes for others, made once: when a broadcast is told, a thousand servers come for them within a minute.
 * Makes one at a time. Safe for any thread that may block.
 */
final class FramedStills {

    private final LinkedHashMap<Key, byte[]> newest = new LinkedHashMap<>();
    private final int most;

    /** @param most that are kept in memory, some 100 KB each */
    FramedStills(int most) {
        this.most = most;
    }

    /**
     * One picture of one broadcast.
     *
     * @param version tells it from others of the broadcast
     */
    record Key(BroadcastId broadcast, String version, StillSize size) {}

    /** @param jpeg asked where it was not made before */
    synchronized Optional<byte[]> of(Key key, Supplier<Optional<byte[]>> jpeg) {
        var known = newest.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        var size = new JpegSize(key.size().width(), key.size().height());
        var framed = jpeg.get().flatMap(still -> JpegScaler.framed(still, size));
        framed.ifPresent(still -> keep(key, still));
        return framed;
    }

    private void keep(Key key, byte[] still) {
        newest.put(key, still);
        if (newest.size() > most) {
            newest.pollFirstEntry();
        }
    }

    synchronized void forget(BroadcastId broadcast) {
        newest.keySet().removeIf(key -> key.broadcast().equals(broadcast));
    }
}
