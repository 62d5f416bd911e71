// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** When viewers last asked for the playlists of each rendition, on the monotonic clock. Safe for any thread. */
final class Demand {

    private final Map<RenditionName, Long> lastAsked = new ConcurrentHashMap<>();

    void asked(RenditionName rendition, long nowNanos) {
        lastAsked.put(rendition, nowNanos);
    }

    Set<RenditionName> since(long nanos) {
        if (lastAsked.isEmpty()) {
            // As it is most of the time, and asked at each picture.
            return Set.of();
        }
        return lastAsked.entrySet().stream()
                .filter(asked -> asked.getValue() - nanos >= 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
