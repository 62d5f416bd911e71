// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * When viewers last asked for the playlists of each rendition, on the monotonic clock, and how many of them follow it.
 * Safe for any thread.
 */
final class Demand {

    private final Map<RenditionName, Followers> renditions = new ConcurrentHashMap<>();

    void asked(RenditionName rendition, long nowNanos) {
        of(rendition, nowNanos).asked(nowNanos);
    }

    void asked(RenditionName rendition, ReloadPoint point, long nowNanos) {
        of(rendition, nowNanos).asked(point, nowNanos);
    }

    private Followers of(RenditionName rendition, long nowNanos) {
        return renditions.computeIfAbsent(rendition, _ -> new Followers(nowNanos));
    }

    Set<RenditionName> since(long nanos) {
        if (renditions.isEmpty()) {
            // As it is while nobody watches, and asked at each picture.
            return Set.of();
        }
        return renditions.entrySet().stream()
                .filter(entry -> entry.getValue().isAskedSince(nanos))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How many follow a rendition that was asked for since then. */
    int followers(RenditionName rendition, long sinceNanos) {
        return Optional.ofNullable(renditions.get(rendition))
                .filter(followers -> followers.isAskedSince(sinceNanos))
                .map(Followers::count)
                .orElse(0);
    }
}
