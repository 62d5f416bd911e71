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

    private final InstantSource clock;

    /** By the address of the directory. */
    private final Map<URI, Published> newest = new ConcurrentHashMap<>();

    Allowances(InstantSource clock) {
        this.clock = clock;
    }

    private record Published(Minute minute, Map<Gid, List<PoolLine>> pools) {

        static Published of(Snapshot snapshot) {
            return new Published(
                    snapshot.minute(),
                    snapshot.lines().stream().collect(Collectors.toUnmodifiableMap(GroupLine::gid, GroupLine::pools)));
        }
    }

    /**
     * A of a team, in units of 2^-20, by the newest snapshot that lists it: in a pool of one of these languages, or else in its
     * first. {@link Fixed#ONE} where none does.
     *
     * @param languages BCP 47, of those for whom is drawn
     */
    public int of(Gid team, Collection<String> languages) {
        var oldest = clock.instant().minus(KEPT);
        return newest.values().stream()
                .filter(published -> published.pools().containsKey(team)
                        && published.minute().start().isAfter(oldest))
                .max(Comparator.comparing(Published::minute))
                .flatMap(published -> pool(published.pools().getOrDefault(team, List.of()), languages))
                .map(PoolLine::a)
                .orElse(Fixed.ONE);
    }

    private static Optional<PoolLine> pool(List<PoolLine> pools, Collection<String> languages) {
        return Stream.concat(pools.stream().filter(pool -> languages.contains(pool.language())), pools.stream())
                .findFirst();
    }

    void keep(URI directory, Snapshot snapshot) {
        newest.put(directory, Published.of(snapshot));
    }

    /** Others list no team of this node any more. */
    void keepOnly(Set<URI> directories) {
        newest.keySet().retainAll(directories);
    }
}
