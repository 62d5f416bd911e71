// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Function;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.http.GuardedClient;
import live.tributary.node.blocks.Blocks;
import live.tributary.node.broadcast.Channels;
import live.tributary.node.directory.LiveBoard;
import live.tributary.node.directory.LiveGroup;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.OnFederation;
import live.tributary.node.fediverse.Outbox;
import live.tributary.node.fediverse.Profiles;
import live.tributary.node.fediverse.Seals;
import live.tributary.node.fediverse.TeamListings;
import live.tributary.node.fediverse.TeamWelcomes;
import live.tributary.node.fediverse.Videos;
import live.tributary.node.following.Finder;
import live.tributary.node.following.Followings;
import live.tributary.node.following.LiveElsewhere;
import live.tributary.node.inbox.Originals;
import live.tributary.node.inbox.Provers;
import live.tributary.node.kernel.ConditionalOnFeature;
import live.tributary.node.listing.Allowances;
import live.tributary.node.listing.Directories;
import live.tributary.node.rings.RingMates;
import live.tributary.node.roster.Roster;
import live.tributary.node.studio.LiveStreams;
import live.tributary.node.team.Members;
import live.tributary.node.team.Teams;

/** Wires hand-offs. */
@AutoConfiguration
@ConditionalOnFeature(
        value = "discovery",
        needs = {"fediverse", "following"})
@Conditional(OnFederation.class)
@EnableConfigurationProperties(TravelProperties.class)
public final class TravelAutoConfiguration {

    @Bean
    PolicyStore travelPolicyStore(JdbcClient db) {
        return new PolicyStore(db);
    }

    @Bean
    VisitStore visitStore(JdbcClient db) {
        return new VisitStore(db);
    }

    @Bean
    HandoffStore handoffStore(JdbcClient db) {
        return new HandoffStore(db);
    }

    @Bean
    TurnStore sentTurnStore(JdbcClient db) {
        return new TurnStore(db);
    }

    @Bean
    Attendance attendance(
            Channels channels, ObjectProvider<LiveStreams> streams, VisitStore visits, TravelProperties properties) {
        return new Attendance(channels, streams.getIfAvailable(LiveStreams::none), visits, properties);
    }

    @Bean
    TeamWelcomes teamWelcomes(PolicyStore policies, Attendance attendance, InstantSource clock) {
        return new KnownWelcomes(policies, attendance, clock);
    }

    @Bean
    Letters travelLetters(Outbox outbox, Addresses addresses, Seals seals) {
        return new Letters(outbox, addresses, seals);
    }

    @Bean
    Answers travelAnswers(TravelProperties properties) {
        return new Answers(properties.heldFor());
    }

    @Bean
    TakenBack travelTakenBack(TravelProperties properties, InstantSource clock) {
        return new TakenBack(properties.heldFor(), clock);
    }

    @Bean
    Pretexts pretexts(Surveys surveys) {
        return new Pretexts(surveys);
    }

    @Bean
    Surveys surveys(Originals originals, InstantSource clock) {
        return new Surveys(originals, clock);
    }

    @Bean
    Neighbours neighbours(
            Roster roster,
            Actors actors,
            Videos videos,
            Addresses addresses,
            TeamListings listings,
            PolicyStore policies,
            InstantSource clock) {
        return new Neighbours(roster, actors, videos, addresses, listings, policies, clock);
    }

    @Bean
    Scout scout(
            PolicyStore policies,
            LiveElsewhere followed,
            Directories directories,
            ObjectProvider<LiveBoard> board,
            Neighbours neighbours,
            Surveys surveys,
            GuardedClient client,
            Addresses addresses,
            TravelProperties properties,
            InstantSource clock) {
        return new Scout(
                policies,
                followed,
                directories,
                () -> board.stream()
                        .flatMap(own -> own.live().stream())
                        .map(LiveGroup::video)
                        .toList(),
                neighbours,
                surveys,
                client,
                addresses,
                properties,
                clock);
    }

    @Bean
    Pulses pulses(InstantSource clock) {
        return new Pulses(clock);
    }

    @Bean
    Downstream downstream(
            Scout scout,
            ObjectProvider<RingMates> rings,
            Blocks blocks,
            DomainPolicies domains,
            Allowances allowances,
            TurnStore turns,
            VisitStore visits,
            Pulses pulses,
            InstantSource clock) {
        return new Downstream(scout, mates(rings), blocks, domains, allowances, turns, visits, pulses, clock);
    }

    private static RingMates mates(ObjectProvider<RingMates> rings) {
        return rings.getIfAvailable(NoRings::new);
    }

    @Bean
    Doorkeeper doorkeeper(
            PolicyStore policies,
            VisitStore visits,
            HandoffStore handoffs,
            Attendance attendance,
            Videos videos,
            TakenBack takenBack,
            ObjectProvider<RingMates> rings,
            Followings followings,
            Downstream downstream,
            TravelProperties properties,
            TransactionOperations transactions,
            InstantSource clock) {
        return new Doorkeeper(
                policies,
                visits,
                handoffs,
                attendance,
                videos,
                takenBack,
                mates(rings),
                followings,
                downstream,
                properties,
                transactions,
                clock);
    }

    @Bean
    Porter porter(
            Doorkeeper doorkeeper,
            Surveys surveys,
            Pretexts pretexts,
            Provers provers,
            Actors actors,
            Videos videos,
            Addresses addresses,
            Letters letters,
            InstantSource clock) {
        return new Porter(doorkeeper, surveys, pretexts, provers, actors, videos, addresses, letters, clock);
    }

    @Bean
    Questions travelQuestions(
            Letters letters,
            Answers answers,
            Porter porter,
            VisitStore visits,
            Actors actors,
            Teams teams,
            Addresses addresses,
            Seals seals,
            TravelProperties properties,
            InstantSource clock) {
        return new Questions(letters, answers, porter, visits, actors, teams, addresses, seals, properties, clock);
    }

    @Bean
    HandoffBoard handoffBoard() {
        return new HandoffBoard();
    }

    @Bean
    Sources handoffSources(
            Actors actors, Addresses addresses, TeamListings listings, HandoffStore store, InstantSource clock) {
        return new Sources(actors, addresses, listings, store, clock);
    }

    @Bean
    HandoffWorker handoffWorker(
            HandoffBoard board,
            Downstream downstream,
            Scout scout,
            Questions questions,
            TakenBack takenBack,
            HandoffStore handoffs,
            PolicyStore policies,
            TurnStore turns,
            Actors actors,
            Letters letters,
            TravelProperties properties,
            TransactionOperations transactions,
            InstantSource clock) {
        Function<Executor, RaftSearch> search = threads -> new RaftSearch(
                downstream, scout, questions, takenBack, handoffs, turns, properties, transactions, clock, threads);
        return new HandoffWorker(board, handoffs, policies, turns, actors, letters, search, clock);
    }

    @Bean
    Handoffs handoffs(
            HandoffBoard board,
            HandoffWorker worker,
            HandoffStore store,
            TurnStore turns,
            Scout scout,
            Questions questions,
            Seals seals,
            TravelProperties properties,
            TransactionOperations transactions,
            InstantSource clock) {
        return new Handoffs(board, worker, store, turns, scout, questions, seals, properties, transactions, clock);
    }

    @Bean
    Sendings sendings(
            HandoffBoard board,
            HandoffStore store,
            Sources sources,
            Downstream downstream,
            Neighbours neighbours,
            Surveys surveys,
            GuardedClient client,
            Originals originals,
            DomainPolicies domains,
            Channels channels,
            Videos videos,
            Actors actors,
            Teams teams,
            Addresses addresses,
            InstantSource clock) {
        return new Sendings(
                board,
                store,
                sources,
                downstream,
                neighbours,
                surveys,
                Finder.over(client, originals, domains, addresses),
                channels,
                videos,
                actors,
                teams,
                addresses,
                clock);
    }

    @Bean
    Hosting hosting(
            PolicyStore policies,
            VisitStore visits,
            Videos videos,
            Porter porter,
            GuardedClient client,
            Originals originals,
            DomainPolicies domains,
            Members members,
            Actors actors,
            Addresses addresses,
            Profiles profiles,
            TransactionOperations transactions,
            InstantSource clock) {
        return new Hosting(
                policies,
                visits,
                new Turnstile(visits, videos, addresses, clock),
                porter,
                Finder.over(client, originals, domains, addresses),
                members,
                actors,
                profiles,
                transactions,
                clock);
    }

    @Bean
    HandoffNames handoffNames(Addresses addresses) {
        return new HandoffNames(addresses);
    }

    @Bean
    Endings handoffEndings(
            HandoffBoard board,
            Sources sources,
            PolicyStore policies,
            Scout scout,
            Hosting hosting,
            Videos videos,
            HandoffWorker worker) {
        return new Endings(board, sources, policies, scout, hosting, videos, worker);
    }

    @Bean
    TravelEars travelEars(
            Porter porter,
            Answers answers,
            TakenBack takenBack,
            HandoffBoard board,
            Handoffs handoffs,
            HandoffStore store,
            VisitStore visits,
            Pulses pulses,
            HandoffNames names,
            HandoffWorker worker,
            InstantSource clock) {
        return new TravelEars(porter, answers, takenBack, board, handoffs, store, visits, pulses, names, worker, clock);
    }

    @Bean
    ReceiptWorker receiptWorker(
            VisitStore visits,
            HandoffStore handoffs,
            HandoffNames names,
            Actors actors,
            Addresses addresses,
            Letters letters,
            TransactionOperations transactions,
            InstantSource clock) {
        return new ReceiptWorker(visits, handoffs, names, actors, addresses, letters, transactions, clock);
    }

    @Bean
    OffAir downstreamOffAir(PolicyStore policies, Downstream downstream, Actors actors, Addresses addresses) {
        return new OffAir(policies, downstream, actors, addresses);
    }
}
