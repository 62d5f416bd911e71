// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.ledger;

import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import live.tributary.node.directory.Directory;
import live.tributary.node.directory.ListedGroup;
import live.tributary.node.fairturn.Draw;
import live.tributary.node.fairturn.Filter;
import live.tributary.node.fairturn.Fixed;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.fairturn.Hash;
import live.tributary.node.fairturn.Minute;
import live.tributary.node.fairturn.Nonce;
import live.tributary.node.fairturn.RaftDraw;
import live.tributary.node.fairturn.Seed;
import live.tributary.node.fairturn.Snapshot;
import live.tributary.node.kernel.Latest;
import live.tributary.node.ledger.TurnStore.Counted;
import live.tributary.node.vouches.Reach;
import live.tributary.node.vouches.Vouches;

/**
 * The same lottery for listed teams that need not be live, such as those that announce something. What it orders stands in no
 * snapshot, so nobody can draw it again. Safe for any thread that may block.
 */
public final class Lottery {

    private final Directory directory;
    private final Vouches vouches;
    private final DayKeys keys;
    private final TurnStore turns;
    private final LiveHourStore hours;
    private final InstantSource clock;

    /** Once a minute it is read for all, not for each page. */
    private final Latest<Accounts> accounts = new Latest<>();

    Lottery(
            Directory directory,
            Vouches vouches,
            DayKeys keys,
            TurnStore turns,
            LiveHourStore hours,
            InstantSource clock) {
        this.directory = directory;
        this.vouches = vouches;
        this.keys = keys;
        this.turns = turns;
        this.hours = hours;
        this.clock = clock;
    }

    /** Where all who are listed stand in a minute. */
    private record Accounts(Minute minute, Reach reach, SharedHours hours, Map<PoolGid, Counted> turns) {}

    /**
     * A page of their order in this minute, of at most {@link Draw#PAGE}; by where they stood in the one before, while it begins.
     * Nobody is there in the first minute of a new directory,
     * which has no key of the day yet.
     *
     * @param number from 1
     */
    public List<ListedGroup> page(Collection<ListedGroup> teams, Nonce nonce, int number) {
        var minute = Minute.of(clock.instant());
        return seed(nonce, minute)
                .map(seed -> page(teams, accounts(minute), seed, number))
                .orElseGet(List::of);
    }

    /**
     * The order in this minute of what no book has an account of, such as rings. Those of the same hands share one weight, however
     * many they are. Of two with one number the second is left out. Nobody is there in the first minute of a new directory.
     *
     * @param hands who seems to run it, by the address of each
     */
    public List<URI> order(Map<URI, String> hands, Nonce nonce) {
        var numbered = new TreeMap<Gid, URI>();
        hands.keySet().stream().sorted().forEach(address -> numbered.putIfAbsent(Gid.of(address), address));
        return seed(nonce, Minute.of(clock.instant()))
                .map(seed -> RaftDraw.order(seed, sharing(numbered, hands)).stream()
                        .flatMap(gid -> Optional.ofNullable(numbered.get(gid)).stream())
                        .toList())
                .orElseGet(List::of);
    }

    static List<RaftDraw.Entrant> sharing(Map<Gid, URI> numbered, Map<URI, String> hands) {
        var many = numbered.values().stream()
                .collect(Collectors.groupingBy(address -> hands.getOrDefault(address, ""), Collectors.counting()));
        return numbered.entrySet().stream()
                .map(one -> {
                    long sharers = many.getOrDefault(hands.getOrDefault(one.getValue(), ""), 1L);
                    return new RaftDraw.Entrant(one.getKey(), Math.max(1, Fixed.of(1.0 / sharers)), Fixed.ONE, 0, 0, 0);
                })
                .toList();
    }

    private Optional<Seed> seed(Nonce nonce, Minute minute) {
        return keys.find(minute.day()).map(secrets -> secrets.key().seed(nonce, minute));
    }

    private List<ListedGroup> page(Collection<ListedGroup> teams, Accounts accounts, Seed seed, int number) {
        var entrants = new HashMap<Gid, Entrant>();
        teams.forEach(team -> entrants.putIfAbsent(Gid.of(team.id()), Entrant.of(team)));
        return new Draw(snapshot(entrants, accounts), Filter.NONE, seed)
                .page(number).stream()
                        .flatMap(card -> Optional.ofNullable(entrants.get(card.gid())).stream())
                        .map(Entrant::group)
                        .toList();
    }

    /** Of no chain: it is never published. */
    private static Snapshot snapshot(Map<Gid, Entrant> entrants, Accounts accounts) {
        var start = accounts.minute().start();
        var weighing = new Weighing(entrants, accounts.reach(), accounts.hours(), accounts.turns(), start);
        var lines = weighing.lines("");
        return new Snapshot(accounts.minute(), Hash.NONE, Hash.NONE, Hash.NONE, weighing.newcomerCaps(), lines);
    }

    private Accounts accounts(Minute minute) {
        return accounts.get(
                known -> known.minute().equals(minute),
                known -> known.minute().isJustBefore(minute),
                () -> read(minute));
    }

    private Accounts read(Minute minute) {
        var listed = directory.listed().values();
        var reach = vouches.reach(listed, List.of());
        var gids = listed.stream().map(group -> Gid.of(group.id())).toList();
        var shared = new SharedHours(reach.hands(), hours.all(minute.start()));
        return new Accounts(minute, reach, shared, turns.of(gids));
    }
}
