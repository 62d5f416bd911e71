// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Function;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.http.GuardedClient;
import live.tributary.node.broadcast.Channels;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.Seals;
import live.tributary.node.fediverse.TeamListings;
import live.tributary.node.fediverse.Videos;
import live.tributary.node.following.Finder;
import live.tributary.node.inbox.Originals;
import live.tributary.node.team.Teams;

/** Wires hand-offs as their source sees them: rafts, who is asked, and how viewers get there. */
@AutoConfiguration(after = TravelTargetAutoConfiguration.class)
@ConditionalOnBean(PolicyStore.class)
public final class TravelSourceAutoConfiguration {

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
    Answers travelAnswers(TravelProperties properties) {
        return new Answers(properties.heldFor());
    }
}
