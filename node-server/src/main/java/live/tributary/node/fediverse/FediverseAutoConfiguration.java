// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.http.AddressGuard;
import live.tributary.federation.http.ClientOptions;
import live.tributary.federation.http.GuardedClient;
import live.tributary.federation.http.Names;
import live.tributary.federation.signature.MessageSigner;
import live.tributary.federation.vocab.outgoing.NodeActor.Duty;
import live.tributary.node.broadcast.Broadcasts;
import live.tributary.node.broadcast.Channels;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.instance.Node;
import live.tributary.node.kernel.ConditionalOnFeature;
import live.tributary.node.kernel.DataDirectory;
import live.tributary.node.roster.Roster;
import live.tributary.node.stills.Stills;
import live.tributary.node.team.Members;
import live.tributary.node.team.Teams;

/** Wires our actors and what they say. */
@AutoConfiguration
@ConditionalOnFeature("fediverse")
@Conditional(OnFederation.class)
@EnableConfigurationProperties(FediverseProperties.class)
public final class FediverseAutoConfiguration {

    @Bean
    Addresses fediverseAddresses(Node node) {
        return new Addresses(node);
    }

    @Bean
    Actors fediverseActors(JdbcClient db, InstantSource clock) {
        return new Actors(new ActorStore(db), clock);
    }

    @Bean
    KeyRenewalStore keyRenewalStore(JdbcClient db) {
        return new KeyRenewalStore(db);
    }

    @Bean
    KeyRings keyRings(
            JdbcClient db, DataDirectory data, KeyRenewalStore renewals, Addresses addresses, InstantSource clock) {
        return KeyRings.in(data.path(), new ActorKeyStore(db), renewals, addresses, clock);
    }

    @Bean
    KeyRenewals keyRenewals(KeyRenewalStore store, Actors actors, Teams teams, Members members, InstantSource clock) {
        return new KeyRenewals(store, actors, teams, members, clock);
    }

    @Bean
    Profiles profiles(
            Actors actors,
            Members members,
            FollowerStore followers,
            SayingStore sayings,
            Speech speech,
            ApplicationEventPublisher events) {
        return new Profiles(actors, members, followers, sayings, speech, events);
    }

    @Bean
    FollowerStore followerStore(JdbcClient db) {
        return new FollowerStore(db);
    }

    @Bean
    Followers followers(FollowerStore store, InstantSource clock) {
        return new Followers(store, clock);
    }

    /** The only way out. Hosts are looked up by the name servers of this machine, unless somebody brought others. */
    @Bean
    GuardedClient guardedClient(
            Addresses addresses, FediverseProperties properties, DomainPolicies policies, ObjectProvider<Names> names) {
        var guard = properties.testLoopback() ? AddressGuard.testLoopback() : AddressGuard.internet();
        var userAgent = "Tributary/%s (+%s)".formatted(version(), addresses.page("/"));
        var options = new ClientOptions(userAgent, guard).shunning(new Company(policies)::shuns);
        return names.stream()
                .findFirst()
                .map(brought -> GuardedClient.open(options, brought))
                .orElseGet(() -> GuardedClient.open(options));
    }

    @Bean
    MessageSigner messageSigner(InstantSource clock) {
        return new MessageSigner(clock);
    }

    @Bean
    ActorDocuments actorDocuments(
            Node node,
            Teams teams,
            Members members,
            Actors actors,
            KeyRings keys,
            FollowerRule followerRule,
            Residences residences,
            TeamListings listings,
            ObjectProvider<LocalRings> rings,
            ObjectProvider<TeamWelcomes> welcomes,
            ObjectProvider<DirectoryRules> directory,
            Addresses addresses) {
        var duty = directory.stream()
                .findFirst()
                .<Duty>map(rules -> new Duty.Directory(addresses.page(rules.path())))
                .orElseGet(Duty.None::new);
        return new ActorDocuments(
                node,
                teams,
                members,
                actors,
                keys,
                followerRule,
                residences,
                listings,
                rings.getIfAvailable(() -> LocalRings.NONE),
                welcomes.getIfAvailable(() -> TeamWelcomes.NONE),
                duty,
                addresses);
    }

    @Bean
    RingDocuments ringDocuments(ObjectProvider<LocalRings> rings, Actors actors, Addresses addresses, KeyRings keys) {
        return new RingDocuments(rings.getIfAvailable(() -> LocalRings.NONE), actors, addresses, keys);
    }

    @Bean
    VideoPictures videoPictures(Stills stills, Roster roster, Addresses addresses) {
        return new VideoPictures(stills, roster, addresses);
    }

    @Bean
    VideoDocuments videoDocuments(
            Roster roster, Actors actors, Addresses addresses, Broadcasts broadcasts, VideoPictures pictures) {
        return new VideoDocuments(roster, actors, addresses, broadcasts, pictures);
    }

    @Bean
    Bulletins bulletins(Teams teams, VideoStore videos, VideoDocuments documents) {
        return new Bulletins(teams, videos, documents);
    }

    @Bean
    VideoStore videoStore(JdbcClient db) {
        return new VideoStore(db);
    }

    @Bean
    SayingStore sayingStore(JdbcClient db) {
        return new SayingStore(db);
    }

    @Bean
    FanOutStore fanOutStore(JdbcClient db) {
        return new FanOutStore(db);
    }

    @Bean
    Speech speech(SayingStore sayings, ApplicationEventPublisher events, InstantSource clock) {
        return new Speech(sayings, events, clock);
    }

    @Bean
    Pulse pulse(FediverseProperties properties) {
        return new Pulse(
                properties.heartbeat(), () -> ThreadLocalRandom.current().nextDouble());
    }

    @Bean
    Announcer announcer(
            Roster roster,
            Actors actors,
            VideoStore videos,
            SayingStore sayings,
            Speech speech,
            Pulse pulse,
            CompanionStore companions,
            NoteSpeech notes,
            FediverseProperties properties) {
        return new Announcer(
                roster, actors, videos, sayings, speech, pulse, companions, notes, properties.titlePause());
    }

    @Bean
    NoteSpeech noteSpeech(SayingStore sayings, Speech speech, FediverseProperties properties) {
        return new NoteSpeech(sayings, speech, properties.titlePause());
    }

    @Bean
    CompanionStore companionStore(JdbcClient db) {
        return new CompanionStore(db);
    }

    @Bean
    Companions companions(CompanionStore store, Members members) {
        return new Companions(store, members);
    }

    @Bean
    NoteDocuments noteDocuments(VideoDocuments videos, Addresses addresses) {
        return new NoteDocuments(videos, addresses);
    }

    @Bean
    SeatListener fediverseSeatListener(
            Actors actors, Teams teams, Members members, Speech speech, KeyRenewalStore renewals, Profiles profiles) {
        return new SeatListener(actors, teams, members, speech, renewals, profiles);
    }

    @Bean
    FirstActors firstActors(
            Actors actors,
            Teams teams,
            Members members,
            KeyRings keys,
            Addresses addresses,
            FediverseProperties properties) {
        return new FirstActors(actors, teams, members, keys, addresses, properties.testLoopback());
    }

    @Bean
    Videos videos(
            VideoStore store,
            Actors actors,
            Channels channels,
            Broadcasts broadcasts,
            Stills stills,
            Speech speech,
            NoteSpeech notes,
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            InstantSource clock) {
        return new Videos(store, actors, channels, broadcasts, stills, speech, notes, events, transactions, clock);
    }

    @Bean
    OwnDocuments ownDocuments(
            Actors actors,
            ActorDocuments documents,
            TeamListings listings,
            Teams teams,
            Videos videos,
            VideoDocuments videoDocuments,
            Addresses addresses) {
        var events = new EventDocuments(listings, teams, actors, addresses);
        return new OwnDocuments(actors, documents, events, videos, videoDocuments, addresses);
    }

    @Bean
    Words words(
            ActorDocuments actorDocuments,
            VideoDocuments videoDocuments,
            NoteDocuments noteDocuments,
            VideoStore videos,
            SayingStore sayings,
            Actors actors,
            Teams teams,
            ObjectProvider<TeamWelcomes> welcomes,
            KeyRings keys,
            Addresses addresses) {
        return new Words(
                actorDocuments,
                videoDocuments,
                noteDocuments,
                videos,
                sayings,
                actors,
                teams,
                welcomes.getIfAvailable(() -> TeamWelcomes.NONE),
                keys,
                addresses);
    }

    @Bean
    Outbox outbox(
            SayingStore sayings,
            FanOutStore store,
            Addresses addresses,
            KeyRings keys,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        return new Outbox(sayings, store, addresses, keys, transactions, events, clock);
    }

    @Bean
    Seals seals(KeyRings keys, InstantSource clock) {
        return new Seals(keys, clock);
    }

    @Bean
    ProfileLetters profileLetters(ActorDocuments documents, Outbox outbox, Addresses addresses) {
        return new ProfileLetters(documents, outbox, addresses);
    }

    static String version() {
        return Optional.ofNullable(FediverseAutoConfiguration.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
