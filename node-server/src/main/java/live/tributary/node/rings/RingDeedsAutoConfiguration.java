// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.time.InstantSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.http.GuardedClient;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.following.Finder;
import live.tributary.node.inbox.Originals;
import live.tributary.node.team.Teams;

/** Wires what teams can do about rings. */
@AutoConfiguration(after = RingsAutoConfiguration.class)
@ConditionalOnBean(Rings.class)
public final class RingDeedsAutoConfiguration {

    @Bean
    RingFounding ringFounding(
            Rings rings,
            RingStore store,
            SeatStore seats,
            Chair chair,
            RingLetters letters,
            OwnTeams own,
            Actors actors,
            Addresses addresses,
            RingsProperties properties,
            TransactionOperations transactions,
            InstantSource clock) {
        return new RingFounding(
                rings, store, seats, chair, letters, own, actors, addresses, properties, transactions, clock);
    }

    @Bean
    RingStewards ringStewards(
            Rings rings,
            Chair chair,
            RingLetters letters,
            OwnTeams own,
            Addresses addresses,
            RingsProperties properties,
            TransactionOperations transactions,
            InstantSource clock) {
        return new RingStewards(rings, chair, letters, own, addresses, properties, transactions, clock);
    }

    @Bean
    RingSuccession ringSuccession(
            Rings rings,
            RingStore store,
            SeatStore seats,
            InvitationStore invitations,
            RingFounding founding,
            RingLetters letters,
            OwnTeams own,
            TransactionOperations transactions,
            InstantSource clock) {
        return new RingSuccession(rings, store, seats, invitations, founding, letters, own, transactions, clock);
    }

    @Bean
    RingFinder ringFinder(
            GuardedClient client,
            Originals originals,
            DomainPolicies policies,
            RingBook book,
            OwnTeams own,
            Teams teams,
            Addresses addresses) {
        return new RingFinder(Finder.over(client, originals, policies, addresses), book, own, teams, addresses);
    }

    @Bean
    RingSeats ringSeats(
            Rings rings,
            RingStore store,
            SeatStore seats,
            InvitationStore invitations,
            BallotStore ballots,
            Chair chair,
            Mirror mirror,
            RingLetters letters,
            RingFinder finder,
            OwnTeams own,
            Addresses addresses,
            RingsProperties properties,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        return new RingSeats(
                rings,
                store,
                seats,
                invitations,
                ballots,
                chair,
                mirror,
                letters,
                finder,
                own,
                addresses,
                properties,
                transactions,
                events,
                clock);
    }

    @Bean
    RingInvitations ringInvitations(
            Rings rings,
            RingStore store,
            InvitationStore invitations,
            Chair chair,
            RingLetters letters,
            RingFinder finder,
            OwnTeams own,
            TransactionOperations transactions,
            InstantSource clock) {
        return new RingInvitations(rings, store, invitations, chair, letters, finder, own, transactions, clock);
    }

    @Bean
    RingVotes ringVotes(
            Rings rings,
            RingStore store,
            BallotStore ballots,
            Chair chair,
            RingLetters letters,
            OwnTeams own,
            TransactionOperations transactions,
            InstantSource clock) {
        return new RingVotes(rings, store, ballots, chair, letters, own, transactions, clock);
    }
}
