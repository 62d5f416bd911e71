// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.security.SecureRandom;
import java.time.InstantSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.http.GuardedClient;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.DirectoryRules;
import live.tributary.node.fediverse.OnFederation;
import live.tributary.node.fediverse.Outbox;
import live.tributary.node.following.Followings;
import live.tributary.node.following.LiveElsewhere;
import live.tributary.node.inbox.Originals;
import live.tributary.node.inbox.People;
import live.tributary.node.kernel.ConditionalOnFeature;
import live.tributary.node.probes.Prober;
import live.tributary.node.removals.Removals;
import live.tributary.node.removals.RemovalsAutoConfiguration;

/** Wires a node that is a directory, which most are not. */
@AutoConfiguration(after = RemovalsAutoConfiguration.class)
@ConditionalOnFeature(
        value = "directory",
        needs = {"following", "fediverse"},
        onByDefault = false)
@Conditional(OnFederation.class)
@EnableConfigurationProperties(DirectoryProperties.class)
public final class DirectoryAutoConfiguration {

    /** Path of the page that says how the order comes about. */
    private static final String RULES = "/directory/draw";

    /** Teams that look for a directory find it by this. */
    @Bean
    DirectoryRules directoryRules() {
        return () -> RULES;
    }

    @Bean
    GroupStore groupStore(JdbcClient db) {
        return new GroupStore(db);
    }

    @Bean
    GroupLook groupLook(
            Originals originals, DomainPolicies policies, Actors actors, Addresses addresses, People people) {
        return new GroupLook(originals, policies, actors, addresses, people);
    }

    @Bean
    InviteAnswers inviteAnswers(Outbox outbox, Actors actors, Addresses addresses) {
        return new InviteAnswers(outbox, actors, addresses);
    }

    @Bean
    RemovalNotices removalNotices(Removals removals, InviteAnswers answers, People people) {
        return new RemovalNotices(removals, answers, people);
    }

    @Bean
    Settling settling(
            GroupStore groups,
            GroupLook look,
            InviteAnswers answers,
            Removals removals,
            RemovalNotices notices,
            Followings followings,
            People people,
            DirectoryProperties properties,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        return new Settling(
                groups, look, answers, removals, notices, followings, people, properties, transactions, events, clock);
    }

    @Bean
    StrikingOff strikingOff(
            GroupStore groups,
            Settling settling,
            Removals removals,
            RemovalNotices notices,
            ApplicationEventPublisher events,
            InstantSource clock) {
        return new StrikingOff(groups, settling, removals, notices, events, clock);
    }

    @Bean
    Directory directory(
            GroupStore groups,
            Settling settling,
            StrikingOff strikingOff,
            DomainPolicies policies,
            TransactionOperations transactions,
            InstantSource clock) {
        return new Directory(groups, settling, strikingOff, policies, transactions, clock);
    }

    @Bean
    Ears directoryEars(
            GroupStore groups,
            GroupLook look,
            Settling settling,
            Followings followings,
            Addresses addresses,
            ApplicationEventPublisher events,
            InstantSource clock) {
        return new Ears(groups, look, settling, followings, addresses, events, clock);
    }

    @Bean
    DirectoryWorker directoryWorker(GroupStore groups, Settling settling, InstantSource clock) {
        return new DirectoryWorker(groups, settling, clock);
    }

    @Bean
    Pace probePace(DirectoryProperties properties) {
        return new Pace(properties, new SecureRandom());
    }

    @Bean
    LiveBoard liveBoard(Directory directory, Pace pace, InstantSource clock) {
        return new LiveBoard(directory, pace, clock);
    }

    @Bean
    ProbeWorker probeWorker(
            LiveElsewhere elsewhere,
            LiveBoard board,
            Originals originals,
            GuardedClient client,
            Pace pace,
            InstantSource clock) {
        return new ProbeWorker(elsewhere, board, new BroadcastLook(originals), new Prober(client), pace, clock);
    }
}
