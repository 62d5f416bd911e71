// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.time.InstantSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.http.GuardedClient;
import live.tributary.federation.json.JsonLimits;
import live.tributary.federation.json.StrictJson;
import live.tributary.federation.jsonld.PlainJson;
import live.tributary.federation.remote.GetSigners;
import live.tributary.federation.remote.RemoteDocuments;
import live.tributary.federation.remote.RemoteKeys;
import live.tributary.federation.signature.ClockWindow;
import live.tributary.federation.signature.MessageSigner;
import live.tributary.federation.signature.Origin;
import live.tributary.federation.signature.ReplayWindow;
import live.tributary.federation.signature.SignatureForm;
import live.tributary.federation.signature.SignatureReader;
import live.tributary.federation.signature.SigningKey;
import live.tributary.federation.webfinger.WebFingerClient;
import live.tributary.node.blocks.Blocks;
import live.tributary.node.blocks.Grounds;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.AnnouncedVideo;
import live.tributary.node.fediverse.Bulletins;
import live.tributary.node.fediverse.Deliveries;
import live.tributary.node.fediverse.Followers;
import live.tributary.node.fediverse.Hosts;
import live.tributary.node.fediverse.KeyRings;
import live.tributary.node.fediverse.LocalRings;
import live.tributary.node.fediverse.OnFederation;
import live.tributary.node.fediverse.Outbox;
import live.tributary.node.fediverse.Profiles;
import live.tributary.node.fediverse.Responses;
import live.tributary.node.fediverse.TeamListings;
import live.tributary.node.fediverse.Videos;
import live.tributary.node.kernel.ConditionalOnFeature;
import live.tributary.node.team.Members;
import live.tributary.node.team.Teams;

/** Wires what other servers send. */
@AutoConfiguration
@ConditionalOnFeature("fediverse")
@Conditional(OnFederation.class)
@EnableConfigurationProperties(InboxProperties.class)
public final class InboxAutoConfiguration {

    @Bean
    KnownActorStore knownActorStore(JdbcClient db) {
        return new KnownActorStore(db);
    }

    @Bean
    NameStore nameStore(JdbcClient db) {
        return new NameStore(db);
    }

    @Bean
    NameCheck nameCheck(
            NameStore names, GuardedClient client, Addresses addresses, DomainPolicies policies, InstantSource clock) {
        var webFinger = new WebFingerClient(client, URI.create(addresses.origin()));
        return new NameCheck(names, webFinger, policies, clock, System::nanoTime);
    }

    @Bean
    TieStore tieStore(JdbcClient db) {
        return new TieStore(db);
    }

    @Bean
    ReplyStore replyStore(JdbcClient db) {
        return new ReplyStore(db);
    }

    @Bean
    RemoteKeyStore remoteKeyStore(JdbcClient db) {
        return new RemoteKeyStore(db);
    }

    @Bean
    RecentKeys recentKeys(RemoteKeyStore store) {
        return new RecentKeys(store);
    }

    @Bean
    InboxStore inboxStore(JdbcClient db) {
        return new InboxStore(db);
    }

    @Bean
    Refusals refusals() {
        return new Refusals();
    }

    @Bean
    TeamRules teamRules(JdbcClient db, Members members, Profiles profiles, TransactionOperations transactions) {
        return new TeamRules(new TeamRuleStore(db), members, profiles, transactions);
    }

    @Bean
    Mail mail(Outbox outbox, Addresses addresses, Bulletins bulletins, InstantSource clock) {
        return new Mail(outbox, addresses, bulletins, clock);
    }

    @Bean
    RemoteViewers remoteViewers(InstantSource clock) {
        return new RemoteViewers(clock);
    }

    @Bean
    ViewersElsewhere viewersElsewhere(Videos videos, RemoteViewers viewers) {
        return channel -> videos.latest(channel)
                .filter(video -> video.life() instanceof AnnouncedVideo.Life.Live)
                .map(video -> viewers.of(video.id()))
                .orElse(0L);
    }

    @Bean
    Reports reports(JdbcClient db, DomainPolicies policies, Addresses addresses, InstantSource clock) {
        return new Reports(new ReportStore(db), policies, URI.create(addresses.origin()), clock);
    }

    @Bean
    ShownVideos shownVideos(Videos videos, Actors actors) {
        return new ShownVideos(videos, actors);
    }

    /** One for all that is passed on. */
    @Bean
    PassingOn passingOn() {
        return new PassingOn(System::nanoTime);
    }

    @Bean
    Replies replies(
            ReplyStore store,
            KnownActorStore locks,
            ShownVideos videos,
            Actors actors,
            Blocks blocks,
            Grounds grounds,
            TeamRules rules,
            DomainPolicies policies,
            Mail mail,
            TransactionOperations transactions,
            InstantSource clock,
            PassingOn pace) {
        return new Replies(
                store, locks, videos, actors, blocks, grounds, rules, policies, mail, transactions, clock, pace);
    }

    @Bean
    Responses responses(TieStore ties, Replies replies, Addresses addresses) {
        return new KeptResponses(ties, replies, addresses);
    }

    @Bean
    Evictions evictions(Actors actors, Teams teams, Members members, FollowRequests requests) {
        return new Evictions(actors, teams, members, requests);
    }

    @Bean
    FollowRequests followRequests(
            Actors actors,
            Addresses addresses,
            Followers followers,
            KnownActorStore known,
            TieStore ties,
            TeamRules rules,
            Mail mail,
            TransactionOperations transactions) {
        return new FollowRequests(actors, addresses, followers, known, ties, rules, mail, transactions);
    }

    @Bean
    Farewells farewells(
            KnownActorStore actors,
            TieStore ties,
            ReplyStore replies,
            RecentKeys keys,
            InboxStore inbox,
            Followers followers,
            Deliveries deliveries,
            ApplicationEventPublisher events,
            InstantSource clock) {
        return new Farewells(actors, ties, replies, keys, inbox, followers, deliveries, events, clock);
    }

    @Bean
    PlainJson plainJson() {
        return new PlainJson();
    }

    @Bean
    BodyReader bodyReader(PlainJson plain) {
        return new BodyReader(new StrictJson(JsonLimits.INBOX), plain);
    }

    /** The node signs what it fetches: some show nothing to those they do not know. */
    @Bean
    RemoteDocuments remoteDocuments(GuardedClient client, MessageSigner signer, KeyRings keys, Actors actors) {
        return new RemoteDocuments(
                client,
                new GetSigners(
                        request -> signer.sign(request, nodeKey(keys, actors), SignatureForm.CAVAGE),
                        request -> signer.sign(request, nodeKey(keys, actors), SignatureForm.CAVAGE_WITHOUT_QUERY)));
    }

    /** One for all, so that whoever makes us ask has one share of it, not one for each way in. */
    @Bean
    RemoteKeys remoteKeys(RemoteDocuments documents, RecentKeys keys, InstantSource clock) {
        return new RemoteKeys(documents, keys, clock);
    }

    @Bean
    Provers provers(RemoteKeys keys, InstantSource clock) {
        return new Provers(keys, clock);
    }

    private static SigningKey nodeKey(KeyRings keys, Actors actors) {
        return keys.signing(actors.node().orElseThrow());
    }

    @Bean
    KnownActors knownActors(KnownActorStore store, RemoteDocuments documents, PlainJson plain, InstantSource clock) {
        return new KnownActors(store, documents, plain, clock);
    }

    @Bean
    Follows follows(
            TieStore ties,
            KnownActorStore known,
            Actors actors,
            Addresses addresses,
            Followers followers,
            TeamRules rules,
            TeamListings listings,
            ObjectProvider<LocalRings> rings,
            DomainPolicies policies,
            Blocks blocks,
            Grounds grounds,
            Mail mail) {
        return new Follows(
                ties,
                known,
                actors,
                addresses,
                followers,
                rules,
                listings,
                rings.getIfAvailable(() -> LocalRings.NONE),
                policies,
                blocks,
                grounds,
                mail);
    }

    @Bean
    Applause applause(
            TieStore ties,
            ShownVideos videos,
            Addresses addresses,
            Blocks blocks,
            Grounds grounds,
            DomainPolicies policies,
            Mail mail,
            PassingOn pace) {
        return new Applause(ties, videos, addresses, blocks, grounds, policies, mail, pace);
    }

    @Bean
    Originals originals(RemoteDocuments documents, PlainJson plain) {
        return new Originals(documents, plain);
    }

    @Bean
    Handling handling(
            BodyReader bodies,
            KnownActors actors,
            Originals originals,
            TieStore ties,
            Follows follows,
            Applause applause,
            ShownVideos shown,
            Addresses addresses,
            ReplyStore replyStore,
            Replies replies,
            Farewells farewells,
            Reports reports,
            RemoteViewers viewers,
            InboxStore store,
            KnownActorStore locks,
            ApplicationEventPublisher events,
            TransactionOperations transactions) {
        return new Handling(
                bodies,
                new Sorter(addresses),
                actors,
                originals,
                new Bonds(ties, follows, applause),
                new DraftReader(replyStore, shown, addresses),
                replies,
                farewells,
                reports,
                viewers,
                shown,
                store,
                locks,
                events,
                transactions);
    }

    @Bean
    InboxWorker inboxWorker(
            InboxStore store,
            ReplyStore replies,
            RemoteKeyStore keys,
            TieStore ties,
            KnownActorStore actors,
            Handling handling,
            InboxProperties properties,
            InstantSource clock) {
        var cleaning = new Cleaning(store, replies, keys, ties, actors, properties.keep());
        return new InboxWorker(store, cleaning, handling, properties, clock);
    }

    @Bean
    Reception reception(
            DomainPolicies policies,
            BodyReader bodies,
            Addresses addresses,
            KnownActorStore known,
            KnownActors actors,
            RemoteKeys keys,
            InboxProperties properties,
            InboxStore store,
            Hosts hosts,
            ApplicationEventPublisher events,
            InstantSource clock) {
        return new Reception(
                new SignatureReader(clock, ClockWindow.DEFAULT),
                new ReplayWindow(clock, ReplayWindow.DEFAULT_MEMORY, ReplayWindow.DEFAULT_LIMIT),
                policies,
                bodies,
                new OriginRules(URI.create(addresses.origin())),
                known,
                new Witness(keys, actors, clock, System::nanoTime),
                new Pace(properties, store, System::nanoTime),
                new Heartbeats(events, clock),
                new Letterbox(store, clock),
                hosts);
    }

    @Bean
    @ConditionalOnWebApplication
    InboxController inboxController(
            Actors actors,
            Addresses addresses,
            Reception reception,
            Refusals refusals,
            InboxWorker worker,
            InstantSource clock) {
        var origin = Origin.of(URI.create(addresses.origin())).orElseThrow();
        return new InboxController(actors, new FrontOffice(origin, reception, refusals, worker, clock));
    }
}
