// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.net.URI;
import java.time.InstantSource;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.http.GuardedClient;
import live.tributary.federation.nodeinfo.NodeInfoClient;
import live.tributary.federation.webfinger.WebFingerClient;
import live.tributary.node.blocks.Blocks;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.FollowedElsewhere;
import live.tributary.node.fediverse.OnFederation;
import live.tributary.node.fediverse.Outbox;
import live.tributary.node.inbox.Originals;
import live.tributary.node.inbox.People;
import live.tributary.node.kernel.ConditionalOnFeature;
import live.tributary.node.team.Members;

/** Wires whom this node follows. */
@AutoConfiguration
@ConditionalOnFeature(value = "following", needs = "fediverse")
@Conditional(OnFederation.class)
@EnableConfigurationProperties(FollowingProperties.class)
public final class FollowingAutoConfiguration {

    @Bean
    FolloweeStore followeeStore(JdbcClient db) {
        return new FolloweeStore(db);
    }

    @Bean
    WishStore wishStore(JdbcClient db) {
        return new WishStore(db);
    }

    @Bean
    StreamStore remoteStreamStore(JdbcClient db, ApplicationEventPublisher events) {
        return new StreamStore(db, events);
    }

    @Bean
    HintStore hintStore(JdbcClient db) {
        return new HintStore(db);
    }

    @Bean
    Acquaintances acquaintances(Originals originals, DomainPolicies policies, Addresses addresses) {
        return new Acquaintances(originals, policies, addresses);
    }

    @Bean
    Requests requests(FolloweeStore followees, Outbox outbox, Actors actors, Addresses addresses, InstantSource clock) {
        return new Requests(followees, outbox, actors, addresses, clock);
    }

    @Bean
    Followings followings(
            FolloweeStore followees,
            WishStore wishes,
            StreamStore streams,
            GuardedClient client,
            Acquaintances acquaintances,
            Addresses addresses,
            Requests requests,
            People people,
            Members members,
            FollowingProperties properties,
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            InstantSource clock) {
        var finder = new Finder(
                new WebFingerClient(client, URI.create(addresses.origin())),
                new NodeInfoClient(client),
                acquaintances,
                addresses);
        return new Followings(
                followees, wishes, streams, finder, requests, people, members, properties, events, transactions, clock);
    }

    @Bean
    FollowedElsewhere followedElsewhere(FolloweeStore followees) {
        return followees::countFollowed;
    }

    @Bean
    Hints hints(HintStore hints, StreamStore streams, Streams kept, Acquaintances acquaintances, InstantSource clock) {
        return new Hints(hints, streams, kept, acquaintances, clock);
    }

    @Bean
    Streams remoteStreams(StreamStore streams, FolloweeStore followees) {
        return new Streams(streams, followees);
    }

    @Bean
    Hearing hearing(
            FolloweeStore followees,
            StreamStore streams,
            Streams kept,
            Hints hints,
            Requests requests,
            ApplicationEventPublisher events) {
        return new Hearing(followees, streams, kept, hints, requests, events);
    }

    @Bean
    Partings partings(
            FolloweeStore followees, WishStore wishes, StreamStore streams, HintStore hints, Followings followings) {
        return new Partings(followees, wishes, streams, hints, followings);
    }

    @Bean
    VideoLook videoLook(
            Originals originals,
            Acquaintances acquaintances,
            FolloweeStore followees,
            StreamStore streams,
            HintStore hints,
            Streams kept,
            People people,
            TransactionOperations transactions,
            InstantSource clock) {
        return new VideoLook(originals, acquaintances, followees, streams, hints, kept, people, transactions, clock);
    }

    @Bean
    FolloweeLook followeeLook(
            Acquaintances acquaintances,
            Originals originals,
            FolloweeStore followees,
            Followings followings,
            Hints hints,
            People people,
            FollowingProperties properties,
            TransactionOperations transactions,
            InstantSource clock) {
        return new FolloweeLook(
                acquaintances, originals, followees, followings, hints, people, properties, transactions, clock);
    }

    @Bean
    FollowingWorker followingWorker(
            FolloweeStore followees,
            StreamStore streams,
            HintStore hints,
            Requests requests,
            FolloweeLook followeeLook,
            VideoLook videoLook,
            TransactionOperations transactions,
            InstantSource clock) {
        return new FollowingWorker(followees, streams, hints, requests, followeeLook, videoLook, transactions, clock);
    }

    @Bean
    HeartbeatWorker heartbeatWorker(
            StreamStore streams,
            FolloweeStore followees,
            Hints hints,
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            MeterRegistry registry) {
        return new HeartbeatWorker(streams, followees, hints, events, transactions, registry);
    }

    @Bean
    OwnSights ownSights(StreamStore streams, InstantSource clock) {
        return new OwnSights(streams, clock);
    }

    @Bean
    LiveElsewhere liveElsewhere(
            StreamStore streams,
            OwnSights own,
            Followings followings,
            People people,
            DomainPolicies policies,
            Blocks blocks,
            InstantSource clock) {
        return new LiveElsewhere(streams, own, followings, people, policies, blocks, clock);
    }
}
