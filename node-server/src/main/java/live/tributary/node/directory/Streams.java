// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.URI;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import live.tributary.node.inbox.Domains;

/**
 * Whose a stream is. Anybody can point at any playlist: that of another team makes nobody live, and ties nobody to whoever points
 * at it.
 */
final class Streams {

    private Streams() {}

    /** How near a team is to a playlist; the nearest first. */
    private enum Claim {
        OWN_HOST,
        OWN_DOMAIN,
        ELSEWHERE
    }

    /**
     * A broadcast that was seen to go on.
     *
     * @param media where its playlist really is
     */
    record Seen(LiveGroup live, URI media) {

        private URI team() {
            return live.group().id();
        }

        /** A query changes what a server notes of a visit, but hardly ever what it plays. */
        private String playlist() {
            return "%s:%d%s"
                    .formatted(host(), media.getPort(), media.normalize().getRawPath());
        }

        private Claim claim() {
            if (live.group().host().equals(host())) {
                return Claim.OWN_HOST;
            }
            return Domains.of(live.group().host()).equals(Domains.of(host())) ? Claim.OWN_DOMAIN : Claim.ELSEWHERE;
        }

        private String host() {
            return media.getHost().toLowerCase(Locale.ROOT);
        }
    }

    /** Who is live with a stream that may be theirs. */
    static List<LiveGroup> withTheirOwners(Collection<Seen> all) {
        return all.stream().collect(Collectors.groupingBy(Seen::playlist)).values().stream()
                .flatMap(Streams::owners)
                .toList();
    }

    private static Stream<LiveGroup> owners(List<Seen> same) {
        var best = same.stream().map(Seen::claim).min(Comparator.naturalOrder()).orElseThrow();
        var nearest = same.stream().filter(seen -> seen.claim() == best).toList();
        boolean alone = nearest.stream().map(Seen::team).distinct().count() == 1;
        return alone ? nearest.stream().map(Seen::live) : shared(best, nearest);
    }

    private static Stream<LiveGroup> shared(Claim claim, List<Seen> nearest) {
        return switch (claim) {
            case OWN_HOST -> {
                var first = nearest.stream()
                        .min(Comparator.comparing(
                                        (Seen seen) -> seen.live().group().since())
                                .thenComparing(Seen::team))
                        .orElseThrow();
                yield nearest.stream()
                        .filter(seen -> seen.team().equals(first.team()))
                        .map(Seen::live);
            }
            case OWN_DOMAIN -> nearest.stream().map(Seen::live);
            // Whoever was listed first may be the thief: nobody is put off, and nobody is said to be of the same hands.
            case ELSEWHERE -> nearest.stream().map(seen -> seen.live().withoutBlocks());
        };
    }
}
