// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.AnnouncedVideo;
import live.tributary.node.fediverse.Videos;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.listing.OwnAccount.Watch;
import live.tributary.node.lookout.Lookout;

/**
 * Looks now and then how directories treat the teams that they list: nobody else can tell whether somebody is left out. What
 * it saw is in memory; a node that starts looks anew.
 */
public final class DirectoryWatch extends Lookout {

    private static final Logger log = LoggerFactory.getLogger(DirectoryWatch.class);

    /** While the team is on air, or nothing was seen yet. */
    static final Duration WHILE_LIVE = Duration.ofMinutes(10);

    static final Duration BETWEEN_SHOWS = Duration.ofHours(6);

    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(20);

    private final RequestStore requests;
    private final DirectoryBooks books;
    private final Actors actors;
    private final Videos videos;
    private final Addresses addresses;
    private final InstantSource clock;

    private final Map<Pair, OwnAccount> accounts = new ConcurrentHashMap<>();
    private final Map<Pair, Instant> lastLooks = new ConcurrentHashMap<>();
    /** Of the looking thread only. */
    private Instant nextRound = Instant.EPOCH;

    DirectoryWatch(
            RequestStore requests,
            DirectoryBooks books,
            Actors actors,
            Videos videos,
            Addresses addresses,
            InstantSource clock) {
        super("directory-watch");
        this.requests = requests;
        this.books = books;
        this.actors = actors;
        this.videos = videos;
        this.addresses = addresses;
        this.clock = clock;
    }

    private record Pair(TeamId team, URI directory) {}

    /** What was seen last; empty where nothing was yet. */
    public Optional<OwnAccount> account(TeamId team, URI directory) {
        return Optional.ofNullable(accounts.get(new Pair(team, directory)));
    }

    @Override
    protected void look() {
        var now = clock.instant();
        if (now.isBefore(nextRound)) {
            return;
        }
        nextRound = now.plus(BETWEEN_ROUNDS);
        var listed = requests.listed().stream()
                .map(request -> new Pair(request.team(), request.actor()))
                .toList();
        accounts.keySet().retainAll(listed);
        lastLooks.keySet().retainAll(listed);
        listed.forEach(pair -> lookIfDue(pair, now));
    }

    private void lookIfDue(Pair pair, Instant now) {
        var since = liveSince(pair.team());
        var pause = since.isPresent() ? WHILE_LIVE : BETWEEN_SHOWS;
        var last = lastLooks.get(pair);
        if (last == null || !last.plus(pause).isAfter(now)) {
            lastLooks.put(pair, now);
            begin(() -> see(pair, since.orElse(Instant.MAX.minus(DirectoryBooks.GRACE)), now));
        }
    }

    private void see(Pair pair, Instant liveSince, Instant now) {
        actors.group(pair.team()).map(addresses::of).ifPresent(group -> {
            var seen = books.read(pair.directory(), group, liveSince, now);
            var before = accounts.get(pair);
            // A team that is off air now was in, or was not, when it was looked last.
            var watch = seen.watch() == Watch.NOT_YET && before != null ? before.watch() : seen.watch();
            accounts.put(pair, new OwnAccount(seen.lines(), watch, now));
            if (seen.watch() == Watch.MISSING) {
                log.warn("a directory leaves a team out team={} directory={}", pair.team(), pair.directory());
            }
        });
    }

    private Optional<Instant> liveSince(TeamId team) {
        return actors.group(team).stream()
                .flatMap(group -> videos.live(group.id()).stream())
                .map(AnnouncedVideo::startedAt)
                .min(Comparator.naturalOrder());
    }
}
