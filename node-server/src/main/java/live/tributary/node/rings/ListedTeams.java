// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.http.Origins;
import live.tributary.federation.vocab.ActorLink;
import live.tributary.federation.vocab.RemoteActor;
import live.tributary.federation.vocab.RingStop;
import live.tributary.node.directory.TeamRead;
import live.tributary.node.rings.MemberLook.Found;

/** Which rings the teams of this node's directory say they are in. Those of this node's own teams are known without asking. */
final class ListedTeams {

    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofHours(1);

    private final ListedStore store;
    private final MemberLook look;
    private final OwnTeams own;
    private final RingsProperties properties;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    ListedTeams(
            ListedStore store,
            MemberLook look,
            OwnTeams own,
            RingsProperties properties,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.store = store;
        this.look = look;
        this.own = own;
        this.properties = properties;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** In the transaction in which the team is listed. */
    @EventListener
    void on(TeamRead read) {
        var team = read.team();
        if (own.team(team.id()).isEmpty() && namesRings(team)) {
            store.due(team.id(), clock.instant());
            events.publishEvent(new WorkFound());
        } else if (store.forget(team.id())) {
            events.publishEvent(new RingsChanged());
        }
    }

    private static boolean namesRings(RemoteActor team) {
        return team.link(ActorLink.RINGS)
                .filter(rings -> Origins.same(rings, team.id()))
                .isPresent();
    }

    List<URI> claim(Instant now, Duration lease, int most) {
        return store.claim(now, lease, most);
    }

    /** Asks one of them at its own address; whether it names other rings than before. No transaction may be open. */
    boolean read(URI team) {
        var found = look.look(new RingStop.Team(team));
        return Boolean.TRUE.equals(transactions.execute(_ -> note(team, found)));
    }

    private boolean note(URI team, Found found) {
        return switch (found) {
            case Found.Team(var _, var rings) -> note(team, rings);
            case Found.Site _, Found.Nobody() -> note(team, Set.of());
            case Found.NotNow() -> {
                store.lookAt(team, clock.instant().plus(BEFORE_ANOTHER_TRY));
                yield false;
            }
        };
    }

    private boolean note(URI team, Set<URI> rings) {
        store.lookAt(team, clock.instant().plus(properties.lookEvery()));
        boolean isNews = store.put(team, rings);
        if (isNews) {
            events.publishEvent(new RingsChanged());
        }
        return isNews;
    }
}
