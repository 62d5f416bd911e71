// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.delivery.RetrySchedule;
import live.tributary.federation.http.GuardedClient;
import live.tributary.federation.nodeinfo.NodeInfoClient;
import live.tributary.federation.remote.GetSigners;
import live.tributary.federation.remote.RemoteDocuments;
import live.tributary.federation.signature.MessageSigner;
import live.tributary.federation.signature.SignatureForm;
import live.tributary.federation.signature.SigningKey;
import live.tributary.node.broadcast.Broadcasts;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.kernel.ConditionalOnFeature;

/** Wires the delivery of what our actors say. */
@AutoConfiguration
@ConditionalOnFeature("fediverse")
@Conditional(OnFederation.class)
public final class DeliveryAutoConfiguration {

    @Bean
    DeliveryStore deliveryStore(JdbcClient db) {
        return new DeliveryStore(db);
    }

    @Bean
    HostStore hostStore(JdbcClient db) {
        return new HostStore(db);
    }

    @Bean
    Hosts hosts(HostStore hosts, DeliveryStore deliveries, TransactionOperations transactions, InstantSource clock) {
        return new Hosts(hosts, deliveries, transactions, clock);
    }

    @Bean
    Deliveries deliveries(
            JdbcClient db,
            DeliveryStore deliveries,
            HostStore hosts,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        return new Deliveries(new HostReportStore(db), deliveries, hosts, transactions, events, clock);
    }

    @Bean
    FanOut fanOut(
            SayingStore sayings,
            FanOutStore store,
            VideoStore videos,
            Words words,
            Addresses addresses,
            TransactionOperations transactions,
            InstantSource clock) {
        return new FanOut(sayings, store, videos, words, addresses, transactions, clock);
    }

    @Bean
    Heartbeats heartbeats(
            VideoStore videos, Speech speech, Pulse pulse, TransactionOperations transactions, InstantSource clock) {
        return new Heartbeats(videos, speech, pulse, transactions, clock);
    }

    @Bean
    MissedEnds missedEnds(
            VideoStore videos, Broadcasts broadcasts, Announcer announcer, TransactionOperations transactions) {
        return new MissedEnds(videos, broadcasts, announcer, transactions);
    }

    @Bean
    Courier courier(GuardedClient client, MessageSigner signer, KeyRings keys, Actors actors, InstantSource clock) {
        return new Courier(client, signer, keys, actors, clock);
    }

    @Bean
    Settlement settlement(
            DeliveryStore deliveries,
            HostStore hosts,
            ObjectProvider<MeterRegistry> registry,
            TransactionOperations transactions,
            InstantSource clock) {
        var schedule = new RetrySchedule(() -> ThreadLocalRandom.current().nextDouble());
        var metrics = new DeliveryMetrics(registry.getIfAvailable(SimpleMeterRegistry::new), deliveries);
        return new Settlement(deliveries, hosts, schedule, metrics, transactions, clock);
    }

    @Bean
    Company fediverseCompany(DomainPolicies policies) {
        return new Company(policies);
    }

    @Bean
    LostInboxes lostInboxes(
            GuardedClient client,
            MessageSigner signer,
            KeyRings keys,
            Actors actors,
            FollowerStore followers,
            Company company,
            InstantSource clock) {
        var signers = new GetSigners(
                request -> signer.sign(request, nodeKey(keys, actors), SignatureForm.CAVAGE),
                request -> signer.sign(request, nodeKey(keys, actors), SignatureForm.CAVAGE_WITHOUT_QUERY));
        return new LostInboxes(new RemoteDocuments(client, signers), followers, company, clock);
    }

    @Bean
    Census census(
            JdbcClient db,
            HostStore hosts,
            GuardedClient client,
            Company company,
            TransactionOperations transactions,
            InstantSource clock) {
        return new Census(new SoftwareStore(db), hosts, new NodeInfoClient(client), company, transactions, clock);
    }

    @Bean
    Locksmith locksmith(
            KeyRenewalStore store,
            KeyRings keys,
            Speech speech,
            TransactionOperations transactions,
            InstantSource clock) {
        return new Locksmith(store, keys, speech, transactions, clock);
    }

    @Bean
    DeliveryWorker deliveryWorker(
            FanOut fanOut,
            Heartbeats heartbeats,
            DeliveryStore deliveries,
            HostStore hosts,
            SayingStore sayings,
            Courier courier,
            Settlement settlement,
            LostInboxes lostInboxes,
            Company company,
            MissedEnds missedEnds,
            KeyRings keys,
            Census census,
            Locksmith locksmith,
            FediverseProperties properties,
            InstantSource clock) {
        return new DeliveryWorker(
                fanOut,
                heartbeats,
                deliveries,
                hosts,
                sayings,
                courier,
                settlement,
                lostInboxes,
                company,
                missedEnds,
                keys,
                census,
                locksmith,
                properties,
                clock);
    }

    private static SigningKey nodeKey(KeyRings keys, Actors actors) {
        return keys.signing(actors.ensureNode());
    }
}
