// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.time.InstantSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.http.GuardedClient;
import live.tributary.node.broadcast.Channels;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.Profiles;
import live.tributary.node.fediverse.TeamWelcomes;
import live.tributary.node.fediverse.Videos;
import live.tributary.node.following.Finder;
import live.tributary.node.following.Followings;
import live.tributary.node.inbox.Originals;
import live.tributary.node.inbox.Provers;
import live.tributary.node.rings.RingMates;
import live.tributary.node.studio.LiveStreams;
import live.tributary.node.team.Members;

/** Wires hand-offs as their target sees them: whose viewers are let in, and who came. */
@AutoConfiguration(after = TravelAutoConfiguration.class)
@ConditionalOnBean(PolicyStore.class)
public final class TravelTargetAutoConfiguration {

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
                TravelAutoConfiguration.mates(rings),
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
    Pretexts pretexts(Surveys surveys) {
        return new Pretexts(surveys);
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
}
