// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;

import live.tributary.federation.http.Budget;
import live.tributary.federation.http.Get;
import live.tributary.federation.http.GuardedClient;
import live.tributary.federation.http.Origins;
import live.tributary.federation.http.Outcome.Answered;
import live.tributary.federation.http.Redirects;
import live.tributary.federation.http.RequestSigner;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.following.LiveElsewhere;
import live.tributary.node.following.RemoteStream;
import live.tributary.node.following.Sight;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.listing.Directories;
import live.tributary.node.listing.Standing;
import live.tributary.node.lookout.Lookout;

/**
 * Knows who is on air and may be gone to: members of rings, those who are followed, those in the directories that teams here
 * chose, those of an own directory, and teams of this node. Looks now and then, while a team here offers its viewers a way; no
 * page waits for it.
 */
final class Scout extends Lookout {

    /** What was seen within it counts as now. */
    static final Duration FRESH = Duration.ofSeconds(60);

    /** Who was not seen for so long is forgotten. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(5);

    private static final int AT_ONCE = 8;

    private final PolicyStore policies;
    private final LiveElsewhere followed;
    private final Directories directories;
    private final Supplier<List<URI>> ownDirectory;
    private final Neighbours neighbours;
    private final Surveys surveys;
    private final GuardedClient client;
    private final Addresses addresses;
    private final TravelProperties properties;
    private final InstantSource clock;

    /** By the address of the Video. */
    private final Map<URI, Prospect> known = new ConcurrentHashMap<>();

    /** By the address of the directory. */
    private final Map<URI, List<URI>> listed = new ConcurrentHashMap<>();

    private final AtomicBoolean underWay = new AtomicBoolean();
    /** Of the looking thread only. */
    private Instant nextRound = Instant.EPOCH;

    /** @param ownDirectory broadcasts of those whom this node lists itself */
    Scout(
            PolicyStore policies,
            LiveElsewhere followed,
            Directories directories,
            Supplier<List<URI>> ownDirectory,
            Neighbours neighbours,
            Surveys surveys,
            GuardedClient client,
            Addresses addresses,
            TravelProperties properties,
            InstantSource clock) {
        super("scout");
        this.policies = policies;
        this.followed = followed;
        this.directories = directories;
        this.ownDirectory = ownDirectory;
        this.neighbours = neighbours;
        this.surveys = surveys;
        this.client = client;
        this.addresses = addresses;
        this.properties = properties;
        this.clock = clock;
    }

    /** Those who were on air when they were looked at last. From memory. */
    List<Prospect> live() {
        var oldest = clock.instant().minus(FORGOTTEN);
        return Stream.concat(
                        neighbours.live().stream(),
                        known.values().stream()
                                .filter(prospect -> prospect.seenAt().isAfter(oldest)))
                .sorted(Comparator.comparing(prospect -> prospect.video().toString()))
                .toList();
    }

    /** Those of them whom the directories of this team list. */
    Set<URI> listedFor(TeamId team) {
        var videos = new LinkedHashSet<URI>();
        chosen(team).forEach(directory -> videos.addAll(listed.getOrDefault(directory, List.of())));
        return videos;
    }

    /** Whether somebody is on air, as seen within {@link #FRESH}. Asks there where it has to, and blocks. */
    boolean isLive(Prospect prospect) {
        if (Origins.same(prospect.video(), URI.create(addresses.origin()))) {
            return neighbours.live().stream().map(Prospect::video).anyMatch(prospect.video()::equals);
        }
        var now = clock.instant();
        var last = known.getOrDefault(prospect.video(), prospect);
        if (last.seenAt().plus(FRESH).isAfter(now)) {
            return true;
        }
        boolean live = surveys.isLive(prospect);
        if (live) {
            known.put(prospect.video(), last.seen(now));
        } else {
            known.remove(prospect.video());
        }
        return live;
    }

    /** They are not on air any more, or do not answer. */
    void lost(Prospect prospect) {
        known.remove(prospect.video());
    }

    @Override
    protected void look() {
        var now = clock.instant();
        if (now.isBefore(nextRound)) {
            return;
        }
        nextRound = now.plus(properties.lookEvery());
        var teams = policies.carrying();
        if (!teams.isEmpty() && underWay.compareAndSet(false, true)) {
            begin(() -> {
                try {
                    round(teams);
                } finally {
                    underWay.set(false);
                }
            });
        }
    }

    /** Everybody who may be gone to from here. */
    void round(List<TeamId> teams) {
        var here = URI.create(addresses.origin());
        // Rings first: what is left out beyond the limit are strangers.
        var wanted = Stream.of(
                        followed.forRings().stream().map(RemoteStream::id),
                        followed.said().stream().filter(Sight::onAir).map(Sight::id),
                        ownDirectory.get().stream(),
                        teams.stream()
                                .flatMap(team -> chosen(team).stream())
                                .distinct()
                                .flatMap(directory -> feed(directory).stream()))
                .flatMap(videos -> videos)
                .filter(video -> !Origins.same(video, here))
                .distinct()
                .limit(properties.mostProspects())
                .toList();
        survey(wanted);
        var oldest = clock.instant().minus(FORGOTTEN);
        known.values().removeIf(prospect -> prospect.seenAt().isBefore(oldest));
    }

    private List<URI> chosen(TeamId team) {
        return directories.of(team).stream()
                .filter(directory -> directory.standing() == Standing.LISTED)
                .map(directory -> directory.actor())
                .toList();
    }

    private List<URI> feed(URI directory) {
        var get = new Get(
                directory.resolve("/directory/live.json"),
                "application/feed+json",
                RequestSigner.UNSIGNED,
                Redirects.WITHIN_THE_SERVER,
                LiveFeed.MOST_BYTES);
        var videos = client.get(get, Budget.ofOneActivity()) instanceof Answered answer && answer.successful()
                ? LiveFeed.videos(answer.body())
                : List.<URI>of();
        listed.put(directory, videos);
        return videos;
    }

    /** A few at once: one that is silent does not keep the others waiting for long. */
    private void survey(List<URI> videos) {
        var room = new Semaphore(AT_ONCE);
        var waiting = new ArrayList<>(videos);
        while (!waiting.isEmpty()) {
            var video = waiting.removeLast();
            room.acquireUninterruptibly();
            begin(() -> {
                try {
                    surveys.at(video).ifPresentOrElse(found -> known.put(video, found), () -> known.remove(video));
                } finally {
                    room.release();
                }
            });
        }
        room.acquireUninterruptibly(AT_ONCE);
    }
}
