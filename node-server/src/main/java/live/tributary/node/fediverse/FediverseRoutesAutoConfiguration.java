// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.instance.Node;
import live.tributary.node.kernel.ConditionalOnFeature;
import live.tributary.node.team.Members;
import live.tributary.node.team.Teams;

/** Wires what other servers may ask this node. */
@AutoConfiguration
@ConditionalOnWebApplication
@ConditionalOnFeature("fediverse")
@Conditional(OnFederation.class)
public final class FediverseRoutesAutoConfiguration {

    @Bean
    LocalActors localActors(Actors actors) {
        return new LocalActors(actors);
    }

    @Bean
    WellKnownController wellKnownController(
            Actors actors,
            ActorDocuments documents,
            Pages pages,
            Teams teams,
            Node node,
            Addresses addresses,
            DomainPolicies policies) {
        return new WellKnownController(
                actors, documents, pages, teams, node, addresses, policies, FediverseAutoConfiguration.version());
    }

    @Bean
    Pages fediversePages(Teams teams, Members members, Actors actors) {
        return new Pages(teams, members, actors);
    }

    @Bean
    ActorController actorController(LocalActors locals, ActorDocuments documents, Pages pages, Addresses addresses) {
        return new ActorController(locals, documents, pages, addresses);
    }

    @Bean
    PictureController pictureController() {
        return new PictureController();
    }

    @Bean
    CollectionController collectionController(
            LocalActors locals,
            Followers followers,
            Videos videos,
            ActorDocuments documents,
            Addresses addresses,
            ObjectProvider<FollowedElsewhere> followed,
            ObjectProvider<ListedLive> listed) {
        return new CollectionController(locals, followers, videos, documents, addresses, followed, listed);
    }

    @Bean
    RingCollectionController ringCollectionController(
            LocalActors locals, ObjectProvider<LocalRings> rings, RingDocuments documents, Addresses addresses) {
        return new RingCollectionController(locals, rings.getIfAvailable(() -> LocalRings.NONE), documents, addresses);
    }

    @Bean
    EventController eventController(
            TeamListings listings, Teams teams, Actors actors, LocalActors locals, Addresses addresses) {
        return new EventController(locals, new EventDocuments(listings, teams, actors, addresses), addresses);
    }

    @Bean
    OutboxController outboxController(LocalActors locals, JdbcClient db, SayingStore sayings, Addresses addresses) {
        return new OutboxController(locals, new OutboxStore(db), sayings, addresses);
    }

    @Bean
    NoteController noteController(
            Videos videos, NoteDocuments documents, VideoDocuments videoDocuments, Addresses addresses) {
        return new NoteController(videos, documents, videoDocuments, addresses);
    }

    @Bean
    VideoController videoController(
            Videos videos, VideoDocuments documents, VideoPictures pictures, Addresses addresses) {
        return new VideoController(videos, documents, pictures, addresses);
    }

    @Bean
    VideoCollectionController videoCollectionController(
            Videos videos, JdbcClient db, ObjectProvider<Responses> responses, Addresses addresses) {
        return new VideoCollectionController(
                videos, new OutboxStore(db), responses.getIfAvailable(() -> Responses.NONE), addresses);
    }
}
