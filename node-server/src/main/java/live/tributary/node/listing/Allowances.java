// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import live.tributary.node.fairturn.Fixed;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.fairturn.GroupLine;
import live.tributary.node.fairturn.Minute;
import live.tributary.node.fairturn.PoolLine;
import live.tributary.node.fairturn.Snapshot;

/**
 * What teams weigh in the newest snapshots of directories that list teams of this node: for whoever draws lots elsewhere. In
 * memory; any thread.
 */
public final class Allowances {

    /** An allowance changes in days; what is older says nothing. */
    static final Duration KEPT = Duration.ofDays(1);

    /** So far a clock elsewhere may be ahead; what is of a later day would be the newest for ever. */
    static final Duration AHEAD = Duration.ofMinutes(5);

    private final InstantSource clock;

    /** By the address of the directory. */
    private final Map<URI, Published> newest = new ConcurrentHashMap<>();

    Allowances(InstantSource clock) {
        this.clock = clock;
    }

    /** @param own teams of this node that chose the directory */
    private record Published(Set<Gid> own, Minute minute, Map<Gid, List<PoolLine>> pools) {

        static Published of(Set<Gid> own, Snapshot snapshot) {
            return new Published(
                    Set.copyOf(own),
                    snapshot.minute(),
                    snapshot.lines().stream().collect(Collectors.toUnmodifiableMap(GroupLine::gid, GroupLine::pools)));
        }
    }

    /**
     * A of a team, in units of 2^-20, by the newest snapshot that lists it, of the directories that the source has chosen: in a pool of
     * one of these languages, or else in its first. {@link Fixed#ONE} where none does.
     *
     * @param source the team of this node from which viewers go: no other team's choice of directories decides for it
     * @param languages BCP 47, of those for whom is drawn
     */
    public int of(Gid source, Gid team, Collection<String> languages) {
        return newest.values().stream()
                .filter(published -> published.own().contains(source))
                .filter(published -> published.pools().containsKey(team) && isFresh(published.minute()))
                .max(Comparator.comparing(Published::minute))
                .flatMap(published -> pool(published.pools().getOrDefault(team, List.of()), languages))
                .map(PoolLine::allowance)
                .orElse(Fixed.ONE);
    }

    private boolean isFresh(Minute minute) {
        var now = clock.instant();
        return minute.start().isAfter(now.minus(KEPT)) && !minute.start().isAfter(now.plus(AHEAD));
    }

    private static Optional<PoolLine> pool(List<PoolLine> pools, Collection<String> languages) {
        return Stream.concat(pools.stream().filter(pool -> languages.contains(pool.language())), pools.stream())
                .findFirst();
    }

    /** @param own teams of this node that chose the directory */
    void keep(URI directory, Set<Gid> own, Snapshot snapshot) {
        newest.put(directory, Published.of(own, snapshot));
    }

    /** Others list no team of this node any more. */
    void keepOnly(Set<URI> directories) {
        newest.keySet().retainAll(directories);
    }
}
