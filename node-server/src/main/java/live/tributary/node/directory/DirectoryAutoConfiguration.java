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
import live.tributary.node.fediverse.Followers;
import live.tributary.node.fediverse.ListedLive;
import live.tributary.node.fediverse.OnFederation;
import live.tributary.node.fediverse.Outbox;
import live.tributary.node.fediverse.OwnDocuments;
import live.tributary.node.fediverse.Videos;
import live.tributary.node.following.Followings;
import live.tributary.node.following.LiveElsewhere;
import live.tributary.node.inbox.Originals;
import live.tributary.node.inbox.People;
import live.tributary.node.kernel.ConditionalOnFeature;
import live.tributary.node.probes.Prober;
import live.tributary.node.probes.Sampler;
import live.tributary.node.removals.Removals;
import live.tributary.node.removals.RemovalsAutoConfiguration;
import live.tributary.node.roster.Roster;

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
    Sources directorySources(Originals originals, OwnDocuments own) {
        return new Sources(originals, own);
    }

    @Bean
    OwnTeams ownTeams(
            GroupStore groups,
            Actors actors,
            Videos videos,
            Roster roster,
            Addresses addresses,
            ApplicationEventPublisher events,
            InstantSource clock) {
        return new OwnTeams(groups, actors, videos, roster, addresses, events, clock);
    }

    @Bean
    Tips directoryTips(Followings followings, Sources sources, GroupStore groups, InstantSource clock) {
        return new Tips(followings, sources, groups, clock);
    }

    @Bean
    LiveNews liveNews(
            LiveBoard board,
            Sources sources,
            Followers followers,
            Outbox outbox,
            Actors actors,
            Addresses addresses,
            InstantSource clock) {
        return new LiveNews(board, sources, followers, outbox, actors, addresses, clock);
    }

    /** Whoever follows the directory reads by this who is live in it. */
    @Bean
    ListedLive listedLive(LiveBoard board) {
        return () -> board.live().stream().map(LiveGroup::video).toList();
    }

    @Bean
    GroupLook groupLook(Sources sources, DomainPolicies policies, Actors actors, Addresses addresses, People people) {
        return new GroupLook(sources, policies, actors, addresses, people);
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
            Sources sources,
            DomainPolicies policies,
            TransactionOperations transactions,
            InstantSource clock) {
        return new Directory(groups, settling, strikingOff, sources, policies, transactions, clock);
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
    DirectoryWorker directoryWorker(
            GroupStore groups,
            Settling settling,
            OwnTeams ownTeams,
            Followings followings,
            Tips tips,
            InstantSource clock) {
        var newcomers = new Newcomers(ownTeams, followings, groups);
        return new DirectoryWorker(groups, settling, newcomers, tips, clock);
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
    Reruns reruns(JdbcClient db, GuardedClient client, TransactionOperations transactions, InstantSource clock) {
        return new Reruns(new Sampler(client)::take, new RerunStore(db), transactions, clock);
    }

    @Bean
    ProbeWorker probeWorker(
            LiveElsewhere elsewhere,
            OwnTeams ownTeams,
            Directory directory,
            LiveBoard board,
            LiveNews news,
            Sources sources,
            GuardedClient client,
            Reruns reruns,
            Pace pace,
            InstantSource clock) {
        var look = new BroadcastLook(sources);
        return new ProbeWorker(
                elsewhere, ownTeams, directory, board, news, look, new Prober(client), reruns, pace, clock);
    }
}
