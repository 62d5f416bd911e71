// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.time.InstantSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.http.GuardedClient;
import live.tributary.federation.jsonld.PlainJson;
import live.tributary.federation.remote.RemoteDocuments;
import live.tributary.federation.remote.RemoteKeys;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.LocalRings;
import live.tributary.node.fediverse.OnFederation;
import live.tributary.node.fediverse.Outbox;
import live.tributary.node.fediverse.TeamListings;
import live.tributary.node.following.Followings;
import live.tributary.node.following.LiveElsewhere;
import live.tributary.node.inbox.Originals;
import live.tributary.node.kernel.ConditionalOnFeature;
import live.tributary.node.kernel.Glimpse;
import live.tributary.node.roster.Roster;
import live.tributary.node.team.Members;
import live.tributary.node.team.Teams;

/** Wires rings. */
@AutoConfiguration
@ConditionalOnFeature(
        value = "rings",
        needs = {"following", "fediverse"})
@Conditional(OnFederation.class)
@EnableConfigurationProperties(RingsProperties.class)
public final class RingsAutoConfiguration {

    @Bean
    MemberStore ringMemberStore(JdbcClient db) {
        return new MemberStore(db);
    }

    @Bean
    RingStore ringStore(JdbcClient db, MemberStore members) {
        return new RingStore(db, members);
    }

    @Bean
    SeatStore ringSeatStore(JdbcClient db) {
        return new SeatStore(db);
    }

    @Bean
    InvitationStore ringInvitationStore(JdbcClient db) {
        return new InvitationStore(db);
    }

    @Bean
    BallotStore ringBallotStore(JdbcClient db) {
        return new BallotStore(db);
    }

    @Bean
    NeighbourStore ringNeighbourStore(JdbcClient db) {
        return new NeighbourStore(db);
    }

    @Bean
    ListedStore ringListedStore(JdbcClient db) {
        return new ListedStore(db);
    }

    @Bean
    RingBook ringBook(RingStore rings, SeatStore seats, NeighbourStore neighbours, ListedStore listed) {
        return new RingBook(rings, seats, neighbours, listed);
    }

    @Bean
    LocalRings localRings(RingStore rings, SeatStore seats, RingBook book, Addresses addresses) {
        return new KnownLocalRings(rings, seats, book, addresses);
    }

    @Bean
    OwnTeams ownTeamsOfRings(Actors actors, Addresses addresses, Teams teams, TeamListings listings) {
        return new OwnTeams(actors, addresses, teams, listings);
    }

    @Bean
    RingMates ringMates(RingBook book, OwnTeams own) {
        return new KnownRingMates(book, own);
    }

    @Bean
    RingLetters ringLetters(Outbox outbox, Addresses addresses, OwnTeams own) {
        return new RingLetters(outbox, addresses, own);
    }

    @Bean
    RingLook ringLook(
            Originals originals,
            RemoteDocuments documents,
            PlainJson plain,
            RemoteKeys keys,
            DomainPolicies policies,
            InstantSource clock) {
        return new RingLook(originals, documents, plain, keys, policies, clock);
    }

    @Bean
    Chair ringChair(
            RingStore rings,
            SeatStore seats,
            BallotStore ballots,
            RingLetters letters,
            OwnTeams own,
            RingsProperties properties,
            ApplicationEventPublisher events,
            InstantSource clock) {
        return new Chair(rings, seats, ballots, letters, own, properties, events, clock);
    }

    @Bean
    Crew ringCrew(RingStore rings, Followings followings) {
        return new Crew(rings, followings);
    }

    @Bean
    Mirror ringMirror(
            RingStore rings,
            SeatStore seats,
            RingLook look,
            OwnTeams own,
            Crew crew,
            RingsProperties properties,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        return new Mirror(rings, seats, look, own, crew, properties, transactions, events, clock);
    }

    @Bean
    MemberLook ringMemberLook(Originals originals, GuardedClient client, DomainPolicies policies) {
        return new MemberLook(originals, client, policies);
    }

    @Bean
    ListedTeams ringListedTeams(
            ListedStore store,
            MemberLook look,
            OwnTeams own,
            RingsProperties properties,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        return new ListedTeams(store, look, own, properties, transactions, events, clock);
    }

    @Bean
    Muster ringMuster(
            RingStore rings,
            MemberStore members,
            BallotStore ballots,
            MemberLook look,
            Chair chair,
            OwnTeams own,
            Crew crew,
            RingsProperties properties,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        return new Muster(rings, members, ballots, look, chair, own, crew, properties, transactions, events, clock);
    }

    @Bean
    RingDoor ringDoor(
            Chair chair,
            OwnTeams own,
            SeatStore seats,
            InvitationStore invitations,
            DomainPolicies policies,
            RingsProperties properties,
            ApplicationEventPublisher events) {
        return new RingDoor(chair, own, seats, invitations, policies, properties, events);
    }

    @Bean
    RingPolls ringPolls(
            RingStore rings, BallotStore ballots, Chair chair, RingsProperties properties, InstantSource clock) {
        return new RingPolls(rings, ballots, chair, properties, clock);
    }

    @Bean
    RingEars ringEars(
            RingStore rings,
            MemberStore members,
            SeatStore seats,
            Chair chair,
            RingDoor door,
            RingPolls polls,
            Addresses addresses,
            ApplicationEventPublisher events,
            InstantSource clock) {
        return new RingEars(rings, members, seats, chair, door, polls, addresses, events, clock);
    }

    @Bean
    RingWorker ringWorker(
            RingStore rings,
            MemberStore members,
            InvitationStore invitations,
            BallotStore ballots,
            NeighbourStore neighbours,
            RingBook book,
            RingLook look,
            Mirror mirror,
            Muster muster,
            ListedTeams listed,
            RingsProperties properties,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        var neighbourhood = new Neighbourhood(neighbours, book, look, properties, transactions, events, clock);
        var inviters = new InviterLook(rings, invitations, look, clock);
        return new RingWorker(
                rings, members, invitations, ballots, mirror, muster, inviters, neighbourhood, listed, clock);
    }

    @Bean
    Rings rings(RingBook book, OwnTeams own, Members members, InstantSource clock) {
        return new Rings(book, own, members, clock);
    }

    @Bean
    RingMaps ringMaps(
            RingBook book,
            OwnTeams own,
            Roster roster,
            LiveElsewhere elsewhere,
            DomainPolicies policies,
            Addresses addresses) {
        var live = new Glimpse<>(new Lookaround(own, roster, elsewhere, addresses), RingMaps.MOMENT, System::nanoTime);
        return new RingMaps(book, own, live, policies, addresses);
    }
}
