// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.BooleanSupplier;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.fixtures.process.Waiting;
import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.following.Followed.Standing;
import live.tributary.node.inbox.ClockAhead;
import live.tributary.node.kernel.Actor;

import static org.assertj.core.api.Assertions.assertThat;

/** A node whose team follows others, and the server where these are. Owned by the test, which closes it. */
final class Riverside implements AutoCloseable {

    /** More than a test class asks with one account. */
    static final int ASKS_PER_HOUR = 60;

    /** More than a test follows at once. */
    static final int MOST_FOLLOWED = 3;

    final ClockAhead clock = new ClockAhead();
    final FederatedNode node;
    final Pond pond;
    final Followings followings;
    final LiveElsewhere live;
    final KeptStore kept;
    final Wisher team;
    final Actor owner;

    Riverside(TestDatabase database, Path data) {
        node = FederatedNode.start(
                database,
                clock,
                data,
                "tributary.following.asks-per-hour=" + ASKS_PER_HOUR,
                "tributary.following.most=" + MOST_FOLLOWED);
        pond = new Pond(clock, node.sharedInbox());
        followings = node.get(Followings.class);
        live = node.get(LiveElsewhere.class);
        kept = KeptStore.in(node);
        team = new Wisher.OfTeam(node.house().team().id());
        owner = node.house().actor();
    }

    void follow(Wisher wisher, String name) {
        assertThat(followings.follow(owner, wisher, pond.actor(name).toString()))
                .isEqualTo(new Asked.Done(pond.actor(name)));
    }

    /** Somebody who said yes, and where it was seen what is on air. */
    void followed(String name) {
        pond.actor(name, "Group");
        follow(team, name);
        accepts(name, awaitFollow(name));
        await(
                "%s to be greeted".formatted(name),
                () -> node.get(FolloweeStore.class)
                        .find(pond.actor(name))
                        .filter(Followee::greeted)
                        .isPresent());
    }

    void accepts(String name, JsonNode follow) {
        pond.post(name, pond.activity("Accept", name, (ObjectNode) follow));
    }

    /** Posts it, and waits until the node has done with it. */
    void heard(String name, ObjectNode activity) {
        var heard = node.hearing(activity);
        pond.post(name, activity);
        await("%s to be heard".formatted(activity), heard);
    }

    URI shows(ObjectNode video) {
        var id = URI.create(video.path("id").asString());
        pond.show(id, video);
        return id;
    }

    ObjectNode moved(String from, String to) {
        return pond.actor(from, "Group").put("movedTo", pond.actor(to).toString());
    }

    void lookAgain(String name) {
        node.get(FolloweeLook.class).look(new Due(pond.actor(name), Instant.EPOCH));
    }

    JsonNode awaitFollow(String name) {
        await(
                "a Follow of " + name,
                () -> !pond.letters("Follow", pond.actor(name)).isEmpty());
        return pond.letters("Follow", pond.actor(name)).getFirst();
    }

    Standing standing(String name) {
        return followings.of(owner, team).stream()
                .filter(followed -> followed.actor().equals(pond.actor(name)))
                .map(Followed::standing)
                .findFirst()
                .orElseThrow();
    }

    /** As if both servers were on the web. */
    static JsonNode published(JsonNode document) {
        return Pond.MAPPER.readTree(document.toString()
                .replaceAll("http://localhost:\\d+", "https://node.example")
                .replaceAll("http://127\\.0\\.0\\.1:\\d+", "https://pond.example"));
    }

    /** Whatever was heard of is looked up. */
    void awaitLooks() {
        await("all looks", () -> kept.hints() == 0);
    }

    /** The clock may have been moved: the node looks now, and not at its next look. */
    void await(String what, BooleanSupplier condition) {
        node.get(FollowingWorker.class).wake();
        Waiting.until(what, FederatedNode.PATIENCE, condition);
    }

    @Override
    public void close() {
        node.close();
        pond.close();
    }
}
