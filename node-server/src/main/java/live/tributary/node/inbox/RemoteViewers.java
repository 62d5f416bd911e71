// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * How many people watch a broadcast in the players of other instances, as these say themselves. In memory: they say it again
 * every minute or so. Any thread.
 */
public final class RemoteViewers {

    /** The most that all hosts of one domain are believed. Whoever shows a stream to more has reason to ask the operator. */
    static final long MOST_OF_ONE_DOMAIN = 5_000;

    /** The longest that one word is believed. */
    static final Duration LONGEST = Duration.ofMinutes(15);

    /** Hosts whose word about one broadcast is kept. */
    static final int MOST_HOSTS = 1_000;

    /** Hosts of one domain among these: whoever owns a domain has any number of them. */
    static final int MOST_HOSTS_OF_ONE_DOMAIN = 20;

    private final InstantSource clock;
    private final Map<UUID, Map<String, Watching>> videos = new ConcurrentHashMap<>();

    RemoteViewers(InstantSource clock) {
        this.clock = clock;
    }

    /** All that were told and are not expired. */
    public long of(UUID video) {
        var now = clock.instant();
        return videos.getOrDefault(video, Map.of()).values().stream()
                .filter(watching -> watching.until().isAfter(now))
                .collect(Collectors.groupingBy(Watching::domain, Collectors.summingLong(Watching::people)))
                .values()
                .stream()
                .mapToLong(people -> Math.min(people, MOST_OF_ONE_DOMAIN))
                .sum();
    }

    /** Takes a View at its word, as far as it is believed. */
    void note(UUID video, String host, long people, Instant until) {
        var now = clock.instant();
        var latest = now.plus(LONGEST);
        var watching = new Watching(
                Domains.of(host), Math.min(people, MOST_OF_ONE_DOMAIN), until.isAfter(latest) ? latest : until);
        forgetBefore(now);
        var hosts = videos.computeIfAbsent(video, _ -> new ConcurrentHashMap<>());
        if (hosts.containsKey(host) || hasRoom(hosts, watching.domain())) {
            hosts.put(host, watching);
        }
    }

    private static boolean hasRoom(Map<String, Watching> hosts, String domain) {
        return hosts.size() < MOST_HOSTS
                && hosts.values().stream()
                                .filter(watching -> watching.domain().equals(domain))
                                .count()
                        < MOST_HOSTS_OF_ONE_DOMAIN;
    }

    private void forgetBefore(Instant now) {
        videos.values()
                .forEach(hosts ->
                        hosts.values().removeIf(watching -> !watching.until().isAfter(now)));
        videos.values().removeIf(Map::isEmpty);
    }

    private record Watching(String domain, long people, Instant until) {}
}
