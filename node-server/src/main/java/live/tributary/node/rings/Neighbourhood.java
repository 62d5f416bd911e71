// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.vocab.RemoteActor;
import live.tributary.federation.vocab.RingRoll;
import live.tributary.federation.vocab.RingStop;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.rings.RingLook.Reading;

/** Rings that no team of this node is in: those one ring further, and those of teams that its directory lists. */
final class Neighbourhood {

    /** So many rings are read for it, whatever members say they are in. */
    static final int MOST = 48;

    /** So many rings of listed teams are read, those first that most of them name. */
    static final int MOST_OF_LISTED = 500;

    /** Octets of an address. */
    private static final int LONGEST_ADDRESS = 2000;

    private final NeighbourStore store;
    private final RingBook book;
    private final RingLook look;
    private final RingsProperties properties;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Neighbourhood(
            NeighbourStore store,
            RingBook book,
            RingLook look,
            RingsProperties properties,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.store = store;
        this.book = book;
        this.look = look;
        this.properties = properties;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Finds out which rings there are, from what members and listed teams say of themselves. */
    void survey() {
        var known = book.known();
        var further = Stream.concat(ofMates(known), ofListed(known)).distinct().toList();
        transactions.executeWithoutResult(_ -> {
            store.keep(further, clock.instant());
            events.publishEvent(new RingsChanged());
        });
    }

    private static Stream<URI> ofMates(RingBook.Known known) {
        return known.rings().stream()
                .flatMap(ring -> ring.holding().stream())
                .flatMap(member -> member.rings().stream())
                .filter(ring -> isFar(known, ring))
                .distinct()
                .sorted()
                .limit(MOST);
    }

    static Stream<URI> ofListed(RingBook.Known known) {
        var named = known.listed().values().stream()
                .flatMap(Set::stream)
                .filter(ring -> isFar(known, ring))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return named.entrySet().stream()
                .sorted(Map.Entry.<URI, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(MOST_OF_LISTED);
    }

    private static boolean isFar(RingBook.Known known, URI ring) {
        return known.ring(ring).isEmpty() && ring.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_ADDRESS;
    }

    List<URI> claim(Instant now, Duration lease, int most) {
        return store.claim(now, lease, most);
    }

    /** Reads one of them. No transaction may be open. */
    void read(URI ring) {
        // Whoever names a ring that is none has it asked for no more often than others.
        var next = clock.instant().plus(properties.lookEvery());
        if (!(look.read(ring) instanceof Reading.There(var actor, var roll, var _))) {
            store.lookAt(ring, next);
        } else {
            transactions.executeWithoutResult(_ -> {
                store.put(ring, far(actor, roll), next);
                events.publishEvent(new RingsChanged());
            });
        }
    }

    private static FarRing far(RemoteActor actor, RingRoll roll) {
        var teams = roll.stops().stream()
                .filter(RingStop.Team.class::isInstance)
                .map(RingStop::address)
                .toList();
        return new FarRing(
                roll.name(),
                roll.charter(),
                RingLook.page(actor),
                teams,
                roll.stops().size());
    }

    /** Members of rings in which one is who shares a ring with the team; neither those who do, nor the team itself. */
    static Set<URI> of(RingBook.Known known, TeamId team, URI self) {
        var mates = mates(known, team, self);
        var found = new HashSet<URI>();
        known.rings().stream()
                .filter(ring -> ring.holding().stream().map(RingMember::address).anyMatch(mates::contains))
                .forEach(ring -> teams(ring).forEach(found::add));
        known.of(team).stream()
                .flatMap(ring -> ring.holding().stream())
                .forEach(mate -> mate.rings().stream()
                        .map(known::teamsOf)
                        // The ring has to say so too.
                        .filter(members -> members.contains(mate.address()))
                        .forEach(found::addAll));
        found.removeAll(mates);
        found.remove(self);
        return Set.copyOf(found);
    }

    static Set<URI> mates(RingBook.Known known, TeamId team, URI self) {
        return known.of(team).stream()
                .flatMap(ring -> teams(ring).stream())
                .filter(member -> !member.equals(self))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<URI> teams(Ring ring) {
        return ring.holding().stream()
                .filter(RingMember::isTeam)
                .map(RingMember::address)
                .toList();
    }
}
