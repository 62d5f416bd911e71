// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.time.InstantSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.http.GuardedClient;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.OnFederation;
import live.tributary.node.fediverse.Outbox;
import live.tributary.node.fediverse.OwnDocuments;
import live.tributary.node.fediverse.ProfileLetters;
import live.tributary.node.fediverse.Profiles;
import live.tributary.node.fediverse.TeamListings;
import live.tributary.node.fediverse.Videos;
import live.tributary.node.following.Finder;
import live.tributary.node.inbox.FollowRequests;
import live.tributary.node.inbox.Originals;
import live.tributary.node.kernel.ConditionalOnFeature;
import live.tributary.node.team.Members;

/** Wires what teams say for directories. */
@AutoConfiguration
@ConditionalOnFeature("fediverse")
@Conditional(OnFederation.class)
public final class ListingAutoConfiguration {

    @Bean
    PitchStore pitchStore(JdbcClient db) {
        return new PitchStore(db);
    }

    @Bean
    NoteStore noteStore(JdbcClient db) {
        return new NoteStore(db);
    }

    @Bean
    RequestStore directoryRequestStore(JdbcClient db) {
        return new RequestStore(db);
    }

    @Bean
    VouchStore teamVouchStore(JdbcClient db) {
        return new VouchStore(db);
    }

    @Bean
    TeamListings teamListings(
            PitchStore pitches, NoteStore notes, RequestStore requests, VouchStore vouches, InstantSource clock) {
        return new KnownListings(pitches, notes, requests, vouches, clock);
    }

    @Bean
    GroupNews groupNews(Actors actors, Profiles profiles) {
        return new GroupNews(actors, profiles);
    }

    @Bean
    Leaving leaving(
            RequestStore store, FollowRequests followers, ProfileLetters letters, Actors actors, Addresses addresses) {
        return new Leaving(store, followers, letters, actors, addresses.node());
    }

    @Bean
    Listings listings(
            PitchStore pitches,
            NoteStore notes,
            Leaving leaving,
            GroupNews news,
            Members members,
            TransactionOperations transactions,
            InstantSource clock) {
        return new Listings(pitches, notes, leaving, news, members, transactions, clock);
    }

    @Bean
    DirectoryFinder directoryFinder(
            GuardedClient client, Originals originals, DomainPolicies policies, OwnDocuments own, Addresses addresses) {
        var finder = Finder.over(client, originals, policies, addresses);
        return new DirectoryFinder(finder, own, addresses.node());
    }

    @Bean
    Directories chosenDirectories(
            RequestStore store,
            PitchStore pitches,
            DirectoryFinder finder,
            Outbox outbox,
            Addresses addresses,
            GroupNews news,
            Leaving leaving,
            Actors actors,
            Members members,
            TransactionOperations transactions,
            InstantSource clock) {
        var invitations = new Invitations(outbox, addresses);
        return new Directories(
                store, pitches, finder, invitations, news, leaving, actors, members, transactions, clock);
    }

    @Bean
    Vouching vouching(
            VouchStore store,
            RequestStore requests,
            GuardedClient client,
            Originals originals,
            DomainPolicies policies,
            Outbox outbox,
            Actors actors,
            Addresses addresses,
            Members members,
            TransactionOperations transactions,
            InstantSource clock) {
        var letters = new VouchLetters(requests, outbox, actors, addresses);
        var finder = Finder.over(client, originals, policies, addresses);
        return new Vouching(store, letters, finder, members, transactions, clock);
    }

    @Bean
    DirectoryWatch directoryWatch(
            RequestStore store,
            PitchStore pitches,
            GuardedClient client,
            Allowances allowances,
            Actors actors,
            Videos videos,
            Addresses addresses,
            InstantSource clock) {
        var books = new DirectoryBooks(client, allowances);
        return new DirectoryWatch(store, pitches, books, allowances, actors, videos, addresses, clock);
    }

    @Bean
    Allowances allowances(InstantSource clock) {
        return new Allowances(clock);
    }

    @Bean
    AnswerListener directoryAnswerListener(RequestStore store, Addresses addresses) {
        return new AnswerListener(store, addresses);
    }
}
