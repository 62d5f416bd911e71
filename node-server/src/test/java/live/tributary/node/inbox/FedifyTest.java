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
import live.tributary.node.fediverse.Actors;
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

    /** A program, as other servers that follow a team. */
    private static final String PROGRAM = "app";

    private static final Set<String> NEWS = Set.of("Create", "Update", "Announce");
    private static final Set<String> END = Set.of("Delete", "Undo");

    /** Who comes back sooner goes on with what was, and tells nobody. */
    private static final Duration ANOTHER_SHOW = Duration.ofMinutes(16);

    private static final Duration A_HEARTBEAT = Duration.ofMinutes(5);

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
            var follow = follows(peer, FAN, group);
            var others = List.of(
                    follows(peer, FAN, person()), follows(peer, PROGRAM, group), follows(peer, PROGRAM, application()));
            takesNewKeys(peer);
            var video = hearsOfTheEvening(peer);
            believesWhatCame(peer, first, NEWS);
            answers(peer, group, video);
            forges(peer, group, first);
            seesItTakenBack(peer, video);
            believesWhatCame(peer, first, END);
            peer.undo(FAN, follow, group);
            await("the follower to be gone", () -> !node.followers().contains(peer.actor(FAN)));
            peer.undo(FAN, others.get(0), person());
            peer.undo(PROGRAM, others.get(1), group);
            peer.undo(PROGRAM, others.get(2), application());
            isFollowed(peer, first);
        }
    }

    private URI person() {
        var person = node.get(Actors.class).person(node.house().seat().id()).orElseThrow();
        return node.get(Addresses.class).of(person);
    }

    private URI application() {
        return node.get(Addresses.class).node();
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

    private static URI follows(FedifyPeer peer, String name, URI actor) {
        var follow = peer.follow(name, actor);
        var accept = peer.awaitAccepted("Accept", follow.toString());
        assertThat(accept.path("actor").asString()).isEqualTo(actor.toString());
        return follow;
    }

    /** All is signed as the peer signs, and these are proven: others may pass them on. */
    private static void believesWhatCame(FedifyPeer peer, FirstKnock first, Set<String> proven) {
        assertThat(peer.deliveries())
                .extracting(Delivery::signed)
                .containsOnly(first == FirstKnock.RFC9421 ? "rfc9421" : "cavage");
        assertThat(peer.deliveries())
                .filteredOn(delivery -> proven.contains(delivery.type()))
                .allSatisfy(delivery -> assertThat(peer.verify(delivery.id())).isTrue());
    }

    /** Each thing once, also among what Fedify does not show to its listeners. */
    private URI hearsOfTheEvening(FedifyPeer peer) {
        var broadcasts = node.get(Broadcasts.class);
        var opened = broadcasts.open(Actor.SYSTEM, node.house().channel());
        broadcasts.goLive(Actor.SYSTEM, opened.id());
        var video = node.get(Videos.class).find(opened.id()).orElseThrow();
        var address = node.get(Addresses.class).video(video.id());
        peer.awaitAccepted("Create", address.toString());
        await("the team and the node point at it", () -> pointingAt(peer, address) == 2);
        assertThat(peer.fetch(address).path("type").asString()).isEqualTo("Video");

        broadcasts.rename(
                Actor.SYSTEM,
                node.house().channel(),
                new Title("Rapids with " + peer.origin().getPort()));
        peer.awaitAccepted("Update", "Rapids");
        clock.advance(A_HEARTBEAT);
        peer.awaitAccepted("Offer", address.toString());
        broadcasts.end(Actor.SYSTEM, opened.id(), EndReason.PUBLISHER_DONE);
        peer.awaitAccepted("Update", "\"state\":5");
        peer.awaitAccepted("Leave", address.toString());

        assertThat(peer.deliveries())
                .allSatisfy(delivery -> assertThat(delivery.status()).isEqualTo(202))
                .extracting(Delivery::id)
                .doesNotHaveDuplicates();
        assertThat(peer.deliveries())
                .extracting(Delivery::type)
                .filteredOn(type -> !type.equals("Accept"))
                .containsExactlyInAnyOrder(
                        // New keys of the team, the member and the node.
                        "Update",
                        "Update",
                        "Update",
                        "Create",
                        "Announce",
                        "Announce",
                        "Update",
                        "Offer",
                        "Update",
                        "Leave");
        return address;
    }

    private static long pointingAt(FedifyPeer peer, URI video) {
        return peer.accepted().stream()
                .filter(activity -> activity.path("type").asString().equals("Announce"))
                .filter(activity -> activity.path("object").asString().equals(video.toString()))
                .count();
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
        assertThat(peer.awaitAccepted("Announce", note.toString()).path("actor").asString())
                .as("passed on by the team")
                .isEqualTo(group.toString());
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
        await(
                "nobody points at it any more",
                () -> peer.deliveries().stream()
                                .filter(delivery -> delivery.type().equals("Undo"))
                                .count()
                        == 2);
        assertThat(peer.deliveries())
                .filteredOn(delivery -> END.contains(delivery.type()))
                .allSatisfy(delivery -> assertThat(delivery.status()).isEqualTo(202))
                .extracting(Delivery::type)
                .containsExactlyInAnyOrder("Delete", "Undo", "Undo");
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
        await(
                "three new keys",
                () -> peer.deliveries().stream()
                                .filter(delivery -> delivery.type().equals("Update"))
                                .count()
                        == 3);
    }

    private static String forgery(String id, URI actor, URI object) {
        return """
                {"@context":"https://www.w3.org/ns/activitystreams","type":"Like","id":"%s","actor":"%s","object":"%s"}""".formatted(id, actor, object);
    }

    private static void await(String what, BooleanSupplier condition) {
        Waiting.until(what, FederatedNode.PATIENCE, condition);
    }
}
