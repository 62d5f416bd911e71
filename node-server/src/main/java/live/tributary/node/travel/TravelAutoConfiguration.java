// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.time.InstantSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.federation.http.GuardedClient;
import live.tributary.node.blocks.Blocks;
import live.tributary.node.directory.LiveBoard;
import live.tributary.node.directory.LiveGroup;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.OnFederation;
import live.tributary.node.fediverse.Outbox;
import live.tributary.node.fediverse.Seals;
import live.tributary.node.fediverse.TeamListings;
import live.tributary.node.fediverse.Videos;
import live.tributary.node.following.LiveElsewhere;
import live.tributary.node.inbox.Originals;
import live.tributary.node.kernel.ConditionalOnFeature;
import live.tributary.node.listing.Allowances;
import live.tributary.node.listing.Directories;
import live.tributary.node.rings.RingMates;
import live.tributary.node.roster.Roster;

/** Wires what both sides of hand-offs need: their tables, and who is on air elsewhere. */
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
    Letters travelLetters(Outbox outbox, Addresses addresses, Seals seals) {
        return new Letters(outbox, addresses, seals);
    }

    @Bean
    TakenBack travelTakenBack(TravelProperties properties, InstantSource clock) {
        return new TakenBack(properties.heldFor(), clock);
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

    @Bean
    HandoffNames handoffNames(Addresses addresses) {
        return new HandoffNames(addresses);
    }

    @Bean
    OffAir downstreamOffAir(PolicyStore policies, Downstream downstream, Actors actors, Addresses addresses) {
        return new OffAir(policies, downstream, actors, addresses);
    }

    /** Nobody is in a ring where the node has none. */
    static RingMates mates(ObjectProvider<RingMates> rings) {
        return rings.getIfAvailable(NoRings::new);
    }
}
