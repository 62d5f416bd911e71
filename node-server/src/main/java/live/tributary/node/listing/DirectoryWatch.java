// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.node.broadcast.Language;
import live.tributary.node.fairturn.Gid;
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
    private final PitchStore pitches;
    private final DirectoryBooks books;
    private final Allowances allowances;
    private final Actors actors;
    private final Videos videos;
    private final Addresses addresses;
    private final InstantSource clock;

    private final Map<Pair, OwnAccount> accounts = new ConcurrentHashMap<>();
    private final Map<Pair, Instant> lastLooks = new ConcurrentHashMap<>();
    /** Who was not there when it was looked last. */
    private final Set<Pair> missed = ConcurrentHashMap.newKeySet();

    private final AtomicBoolean reading = new AtomicBoolean();
    /** Of the looking thread only. */
    private Instant nextRound = Instant.EPOCH;

    DirectoryWatch(
            RequestStore requests,
            PitchStore pitches,
            DirectoryBooks books,
            Allowances allowances,
            Actors actors,
            Videos videos,
            Addresses addresses,
            InstantSource clock) {
        super("directory-watch");
        this.requests = requests;
        this.pitches = pitches;
        this.books = books;
        this.allowances = allowances;
        this.actors = actors;
        this.videos = videos;
        this.addresses = addresses;
        this.clock = clock;
    }

    private record Pair(TeamId team, URI directory) {

        static Pair of(Request request) {
            return new Pair(request.team(), request.actor());
        }
    }

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
        // A round that is under way is as much as memory is for.
        if (reading.compareAndSet(false, true)) {
            begin(() -> {
                try {
                    round(now);
                } finally {
                    reading.set(false);
                }
            });
        }
    }

    /**
     * One directory after the other but that of this node, the longest not looked at first: none can keep
     * the others waiting for ever.
     */
    void round(Instant now) {
        var listed = requests.listed().stream()
                .filter(request -> !request.actor().equals(addresses.node()))
                .toList();
        var pairs = listed.stream().map(Pair::of).collect(Collectors.toSet());
        accounts.keySet().retainAll(pairs);
        lastLooks.keySet().retainAll(pairs);
        missed.retainAll(pairs);
        allowances.keepOnly(listed.stream().map(Request::actor).collect(Collectors.toSet()));
        listed.stream().collect(Collectors.groupingBy(Request::actor)).values().stream()
                .filter(here -> here.stream().anyMatch(request -> isDue(request, now)))
                .sorted(Comparator.comparing(this::lastLook))
                .forEach(here -> see(here, now));
    }

    private boolean isDue(Request request, Instant now) {
        var pause = liveSince(request.team()).isPresent() ? WHILE_LIVE : BETWEEN_SHOWS;
        return !lastLooks
                .getOrDefault(Pair.of(request), Instant.EPOCH)
                .plus(pause)
                .isAfter(now);
    }

    private Instant lastLook(List<Request> here) {
        return here.stream()
                .map(request -> lastLooks.getOrDefault(Pair.of(request), Instant.EPOCH))
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** @param here all that one directory lists */
    private void see(List<Request> here, Instant now) {
        here.forEach(request -> lastLooks.put(Pair.of(request), now));
        var gids = new LinkedHashMap<Request, Gid>();
        here.forEach(request ->
                actors.group(request.team()).ifPresent(group -> gids.put(request, Gid.of(addresses.of(group)))));
        var teams = new LinkedHashMap<Gid, List<Language>>();
        gids.forEach((request, gid) -> teams.put(gid, pitches.of(request.team()).languages()));
        var open = books.read(here.getFirst().actor(), teams, now);
        gids.forEach((request, gid) ->
                accounts.put(Pair.of(request), new OwnAccount(open.lines(gid), judge(request, gid, open), now)));
    }

    private Watch judge(Request request, Gid gid, OpenBooks open) {
        var pair = Pair.of(request);
        if (!open.isCurrent() || open.hasDrawn(gid)) {
            missed.remove(pair);
            return open.isCurrent() ? Watch.FOUND : Watch.NOT_YET;
        }
        return liveSince(request.team())
                .map(began -> miss(pair, open.shouldHave(later(began, request.since()))))
                // A team that is off air was in, or was not, when it was looked last.
                .orElseGet(() -> account(pair.team(), pair.directory())
                        .map(OwnAccount::watch)
                        .orElse(Watch.NOT_YET));
    }

    /** Once is nothing: a directory that has just begun to probe, or was started again, is late by some minutes. */
    private Watch miss(Pair pair, boolean isToBeThere) {
        if (!isToBeThere || missed.add(pair)) {
            return Watch.NOT_YET;
        }
        log.warn("a directory leaves a team out team={} directory={}", pair.team(), pair.directory());
        return Watch.MISSING;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private Optional<Instant> liveSince(TeamId team) {
        return actors.group(team).stream()
                .flatMap(group -> videos.live(group.id()).stream())
                .map(AnnouncedVideo::startedAt)
                .min(Comparator.naturalOrder());
    }
}
