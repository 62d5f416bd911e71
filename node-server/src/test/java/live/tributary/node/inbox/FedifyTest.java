// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import live.tributary.fixtures.fediverse.FedifyPeer;
import live.tributary.fixtures.fediverse.FedifyPeer.Delivery;
import live.tributary.fixtures.fediverse.FedifyPeer.FirstKnock;
import live.tributary.fixtures.fediverse.FedifyPeer.SignedWith;
import live.tributary.fixtures.process.Waiting;
import live.tributary.node.broadcast.Broadcasts;
import live.tributary.node.broadcast.EndReason;
import live.tributary.node.broadcast.Title;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.KeyRenewals;
import live.tributary.node.fediverse.Videos;
import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.following.Asked;
import live.tributary.node.following.Followed;
import live.tributary.node.following.Followings;
import live.tributary.node.following.Wisher;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.BroadcastId;

import static org.assertj.core.api.Assertions.assertThat;

/** An evening with a follower on a server that is not ours, in both generations of signatures. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FedifyTest {

    private static final String FAN = "fan";
    private static final String GROUP = "group";

    /** Who comes back sooner goes on with what was, and tells nobody. */
    private static final Duration ANOTHER_SHOW = Duration.ofMinutes(16);

    private final ClockAhead clock = new ClockAhead();
    private final FederatedNode node;

    FedifyTest(TestDatabase database, @TempDir Path data) {
        node = FederatedNode.start(database, clock, data, "tributary.fediverse.title-pause=0s");
        node.get(Broadcasts.class).end(Actor.SYSTEM, broadcast(), EndReason.PUBLISHER_DONE);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    private BroadcastId broadcast() {
        return node.get(Broadcasts.class)
                .current(node.house().channel())
                .orElseThrow()
                .id();
    }

    @ParameterizedTest
    @EnumSource
    void aFollowerElsewhereHasAnEvening(FirstKnock first) {
        clock.advance(ANOTHER_SHOW);
        try (var peer = FedifyPeer.start(first)) {
            var group = finds(peer);
            var follow = follows(peer, group);
            takesNewKeys(peer);
            var video = hearsOfTheEvening(peer);
            answers(peer, group, video);
            forges(peer, group, first);
            seesItTakenBack(peer, video);
            peer.undo(FAN, follow, group);
            await("the follower to be gone", () -> !node.followers().contains(peer.actor(FAN)));
            isFollowed(peer, first);
        }
    }

    private URI finds(FedifyPeer peer) {
        var host = node.node().web().getAuthority();
        var found = peer.find("@river@" + host);
        assertThat(found.path("status").asInt()).isEqualTo(200);
        assertThat(found.path("subject").asString()).isEqualTo("acct:river@" + host);
        assertThat(found.path("type").asString()).isEqualTo("Group");
        assertThat(found.path("sameSubject").asBoolean()).isTrue();
        assertThat(peer.find("@nobody@" + host).path("status").asInt()).isEqualTo(404);
        return URI.create(found.path("id").asString());
    }

    private URI follows(FedifyPeer peer, URI group) {
        var follow = peer.follow(FAN, group);
        var accept = peer.awaitAccepted("Accept", follow.toString());
        assertThat(accept.path("actor").asString()).isEqualTo(group.toString());
        assertThat(node.followers()).contains(peer.actor(FAN));
        return follow;
    }

    /** Each thing once, also among what Fedify does not show to its listeners. */
    private URI hearsOfTheEvening(FedifyPeer peer) {
        var broadcasts = node.get(Broadcasts.class);
        var opened = broadcasts.open(Actor.SYSTEM, node.house().channel());
        broadcasts.goLive(Actor.SYSTEM, opened.id());
        var video = node.get(Videos.class).find(opened.id()).orElseThrow();
        var address = node.get(Addresses.class).video(video.id());
        peer.awaitAccepted("Announce", address.toString());
        assertThat(peer.fetch(address).path("type").asString()).isEqualTo("Video");

        broadcasts.rename(
                Actor.SYSTEM,
                node.house().channel(),
                new Title("Rapids with " + peer.origin().getPort()));
        peer.awaitAccepted("Update", "Rapids");
        broadcasts.end(Actor.SYSTEM, opened.id(), EndReason.PUBLISHER_DONE);
        peer.awaitAccepted("Update", "\"state\":5");

        assertThat(peer.deliveries())
                .allSatisfy(delivery -> assertThat(delivery.status()).isEqualTo(202))
                .extracting(Delivery::id)
                .doesNotHaveDuplicates();
        assertThat(peer.deliveries())
                .extracting(Delivery::type)
                .containsExactlyInAnyOrder("Accept", "Update", "Announce", "Update", "Update");
        return address;
    }

    private void answers(FedifyPeer peer, URI group, URI video) {
        peer.like(FAN, video, group);
        peer.announce(FAN, video, group);
        var note = peer.reply(FAN, video, group, "<p>what an evening</p><script>alert(1)</script>");
        var id = node.get(Addresses.class).video(video).orElseThrow();
        await("the answer", () -> node.get(Replies.class).shown(id).size() == 1);
        assertThat(node.get(Replies.class).shown(id).getFirst()).satisfies(reply -> {
            assertThat(reply.content()).isEqualTo("<p>what an evening</p>");
            assertThat(reply.authorHandle()).isEqualTo(FAN);
        });
        var ties = node.get(TieStore.class);
        await("the like", () -> ties.count(TieKind.LIKE, Set.of(video)) == 1);
        await("the boost", () -> ties.count(TieKind.BOOST, Set.of(video)) == 1);
        peer.delete(FAN, note, group);
        await("no answer", () -> node.get(Replies.class).shown(id).isEmpty());
    }

    /** The node follows somebody there, too, until it does not. */
    private void isFollowed(FedifyPeer peer, FirstKnock first) {
        var followings = node.get(Followings.class);
        var team = new Wisher.OfTeam(node.house().team().id());
        var owner = node.house().actor();
        var there = peer.actor(GROUP);
        assertThat(followings.follow(
                        owner, team, "@%s@%s".formatted(GROUP, peer.origin().getAuthority())))
                .isEqualTo(new Asked.Done(there));
        var follow = peer.awaitAccepted("Follow", there.toString()).path("id").asString();
        var accept = """
                {"@context":"https://www.w3.org/ns/activitystreams","type":"Accept","id":"%1$s/accepts/1","actor":"%1$s",
                 "object":"%2$s"}""".formatted(there, follow);
        assertThat(peer.post(GROUP, node.inbox(), accept, SignedWith.OWN_KEY, first))
                .isEqualTo(202);
        await("a yes", () -> followings.of(owner, team).getFirst().standing() == Followed.Standing.FOLLOWED);
        followings.unfollow(owner, team, there);
        peer.awaitAccepted("Undo", follow);
    }

    private void seesItTakenBack(FedifyPeer peer, URI video) {
        var id = node.get(Addresses.class).video(video).orElseThrow();
        node.get(Videos.class).remove(node.house().actor(), id);
        assertThat(node.get(TieStore.class).count(TieKind.LIKE, Set.of(video))).isZero();
        peer.awaitAccepted("Delete", video.toString());
        peer.awaitAccepted("Undo", video.toString());
        assertThat(peer.deliveries())
                .filteredOn(delivery -> Set.of("Delete", "Undo").contains(delivery.type()))
                .allSatisfy(delivery -> assertThat(delivery.status()).isEqualTo(202))
                .extracting(Delivery::type)
                .containsExactlyInAnyOrder("Delete", "Undo");
    }

    private void forges(FedifyPeer peer, URI group, FirstKnock first) {
        int kept = node.kept();
        var own = forgery(peer.actor(FAN) + "/likes/forged", peer.actor(FAN), group);
        var foreign = forgery("http://127.0.0.1:1/likes/1", peer.actor(FAN), group);
        var victim = forgery(peer.actor("victim") + "/likes/1", peer.actor("victim"), group);
        var inbox = node.inbox();
        assertThat(List.of(
                        peer.post(FAN, inbox, own, SignedWith.WRONG_KEY, first),
                        peer.post(FAN, inbox, own, SignedWith.NOTHING, first),
                        peer.post(FAN, inbox, foreign, SignedWith.OWN_KEY, first),
                        peer.post(FAN, inbox, victim, SignedWith.OWN_KEY, first)))
                .containsExactly(401, 401, 403, 401);
        assertThat(node.kept()).isEqualTo(kept);
        assertThat(peer.post(FAN, inbox, own, SignedWith.OWN_KEY, first)).isEqualTo(202);
    }

    /** The news is signed with the old key, which it has; all that comes after it with the new one. */
    private void takesNewKeys(FedifyPeer peer) {
        assertThat(node.get(KeyRenewals.class).ask(node.house().actor())).isPositive();
        clock.advance(Duration.ofMinutes(1));
        peer.awaitAccepted("Update", "publicKeyPem");
    }

    private static String forgery(String id, URI actor, URI object) {
        return """
                {"@context":"https://www.w3.org/ns/activitystreams","type":"Like","id":"%s","actor":"%s","object":"%s"}""".formatted(id, actor, object);
    }

    private static void await(String what, BooleanSupplier condition) {
        Waiting.until(what, FederatedNode.PATIENCE, condition);
    }
}
